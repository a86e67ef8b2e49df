import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pnpmCommand } from '../../commands/pnpm-command.js';
import { runProgram } from '../../commands/run-program.js';
import type { Packed } from './scope-registry.js';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));

/** Packs packages of `packages/`, which are built, into a folder. */
export async function packPackages(names: readonly string[], folder: string): Promise<Packed[]> {
  const { file, args } = pnpmCommand();
  const packed: Packed[] = [];
  for (const name of names) {
    const tarball = join(folder, `${name}.tgz`);
    const { exitCode, stderr } = await runProgram(file, [...args, 'pack', '--out', tarball], join(packages, name));
    if (exitCode !== 0) throw new Error(`pnpm pack failed in packages/${name}:\n${stderr}`);
    const { stdout } = await runProgram('tar', ['-xzOf', tarball, 'package/package.json'], folder);
    packed.push({ manifest: JSON.parse(stdout), tarball });
  }
  return packed;
}
