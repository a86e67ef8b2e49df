import { main } from './command/run-main.js';
import { cropgradFind } from './cropgrad-find.js';

await main(cropgradFind);
