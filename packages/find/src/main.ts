import { cropgradFind } from './cropgrad-find.js';

process.exitCode = await cropgradFind(process.argv.slice(2));
