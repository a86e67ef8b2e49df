/**
 * Runs the packed packages on runtimes that npm has the programs of, and writes results/runtimes.json. With names of
 * runtimes it runs those alone, and writes nothing.
 */
import { writeFile } from 'node:fs/promises';
import { programsOf } from '../../apps/docs/test/markdown-programs.js';
import { InputError } from '../../commands/input-error.js';
import { parseFlags } from '../../commands/parse-flags.js';
import { runCommand } from '../../commands/run-command.js';
import { runOn } from './run-on.js';
import { createProject } from './runtime-project.js';
import { isGood, type RuntimeResult } from './runtime-result.js';
import { RUNTIMES } from './runtimes.js';

const results = new URL('../results/runtimes.json', import.meta.url);

await runCommand(async () => {
  const { positionals } = parseFlags({ allowPositionals: true });
  const known = RUNTIMES.map(({ name }) => name);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new InputError(`${unknown.join(', ')}: expected some of ${known.join(', ')}`);

  const [{ code, printed }] = programsOf('README.md');
  const project = await createProject(code);
  const all: RuntimeResult[] = [];
  for (const runtime of RUNTIMES) {
    if (positionals.length > 0 && !positionals.includes(runtime.name)) continue;
    const result = await runOn(runtime, project, printed);
    console.log(JSON.stringify(result));
    all.push(result);
  }
  project.remove();
  if (positionals.length === 0) await writeFile(results, `${JSON.stringify(all, undefined, 2)}\n`);
  if (!all.every(isGood)) process.exitCode = 1;
});
