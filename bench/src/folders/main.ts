/** The command: what cropgrad-find costs on folders, how good its first comparison is, and what a queue adds. */
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../../commands/input-error.js';
import { parseFlags } from '../../../commands/parse-flags.js';
import { prepareFolder, writeInto } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { useWasm } from '../../../packages/find/src/images/use-wasm.js';
import { describeMachine } from '../machine.js';
import { measureCosts } from './costs.js';
import { measureQueue } from './queue-cost.js';
import { measureRanking } from './ranking.js';

const USAGE = `Usage: pnpm bench:folders PHOTOS --queue redis://…
  PHOTOS   a folder of PNGs and JPEGs
  --queue  a Redis that does nothing else`;
const OUT = join(import.meta.dirname, '../../results/folders');
const FILE = 'results.json';

await runCommand(async () => {
  const options = { help: { type: 'boolean' }, queue: { type: 'string' } } as const;
  const { values, positionals } = parseFlags({ allowPositionals: true, options });
  if (values.help) return console.log(USAGE);
  const [folder] = positionals;
  if (folder === undefined || values.queue === undefined)
    throw new InputError(`expected a folder and --queue. ${USAGE}`);
  await prepareFolder(OUT, [FILE]);
  const names = readdirSync(folder)
    .filter((name) => /\.(png|jpe?g)$/.test(name))
    .sort();
  await useWasm();
  const queue = await measureQueue(values.queue);
  const costs = await measureCosts(folder, names);
  const ranking = await measureRanking(folder, names);
  const results = { machine: describeMachine(), costs, ranking, queue };
  await writeInto(OUT, () => writeFile(join(OUT, FILE), `${JSON.stringify(results, null, 2)}\n`));
  console.log(results);
});
