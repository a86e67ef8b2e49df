/** Writes results/installed.json: what npm installs with each backend. */
import { writeFile } from 'node:fs/promises';
import { installedBackends } from './installed-backends.js';

const results = new URL('../results/installed.json', import.meta.url);
await writeFile(results, `${JSON.stringify(await installedBackends(), undefined, 2)}\n`);
