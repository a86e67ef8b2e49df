import { cropgradAlign, main } from 'cropgrad-find';

await main(cropgradAlign);
