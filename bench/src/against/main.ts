/** The command: times a backend of this checkout and the same one of another, in turns. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../../commands/input-error.js';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { describeMachine } from '../machine.js';
import { buildCheckout } from './checkout.js';
import { compare } from './compare.js';
import { geometricMean, toMarkdown } from './markdown.js';
import { type AgainstOptions, readOptions } from './options.js';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

const USAGE = `Usage: pnpm bench:against CHECKOUT [--backend NAME] [--only TEXT] [--rounds N] [--out DIR]
  CHECKOUT        the path of another checkout of this repository, with its packages installed
  --backend NAME  wasm (default), cpu or gpujs, which runs in Node here, without a GPU if there is none
  --only TEXT     the cells whose name contains it, as in 'seed, gridSample, bicubic' or 'volume'
  --rounds N      how often the two take turns (default 7)
  --out DIR       where the report goes (default bench/out/against-BACKEND)`;

await runCommand(async () => {
  const folderOf = (backend: string): string => join(REPOSITORY, 'bench/out', `against-${backend}`);
  const options = readOptions(USAGE, folderOf);
  if (options) await against(options);
});

async function against({ base, backend, only, rounds, out }: AgainstOptions): Promise<void> {
  await prepareFolder(out, ['results.json', 'results.md']);
  await Promise.all([REPOSITORY, base].map((folder) => buildCheckout(folder, backend)));
  const compared = await compare({
    ...{ ours: REPOSITORY, base, backend, rounds },
    wanted: ({ name }) => name.includes(only),
    onProgress: (doing) => console.log(doing),
  });
  if (compared.length === 0) throw new InputError(`--only: got '${only}', expected a part of a cell's name`);
  const page = toMarkdown(compared);
  const means = {
    geometricMean: geometricMean(compared.map(({ ratio }) => ratio.median)),
    geometricMeanOfFastest: geometricMean(compared.map(({ fastest }) => fastest)),
  };
  const results = { machine: describeMachine(), backend, rounds, ...means, compared };
  await writeFile(join(out, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  await writeFile(join(out, 'results.md'), page);
  console.log(`\n${page}\nWrote results.md and results.json to ${out}`);
}
