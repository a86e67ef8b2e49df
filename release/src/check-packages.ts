/** Packs every public package, as it would be published, and looks at its files; and has publint and are-the-types-wrong do so. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../commands/run-program.js';
import { packPackages } from '../../elsewhere/src/pack-packages.js';
import { publicPackages, root } from './public-packages.js';
import { tarballProblems } from './tarball-problems.js';

const folder = mkdtempSync(join(tmpdir(), 'cropgrad-packages-'));
const installed = (name: string): string => join(root, 'release/node_modules/.bin', name);
const packed = await packPackages(
  publicPackages().map((of) => of.folder),
  folder,
);

for (const { manifest, tarball } of packed) {
  const unpacked = join(folder, 'unpacked', manifest.name);
  mkdirSync(unpacked, { recursive: true });
  await runProgram('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], folder);
  const files = readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(unpacked.length + 1));
  const problems = tarballProblems(files, (file) => readFileSync(join(unpacked, file), 'utf8'));
  for (const [tool, ...args] of [
    ['publint', 'run', tarball, '--strict'],
    ['attw', tarball, '--profile', 'esm-only'],
  ]) {
    const { exitCode, stdout, stderr } = await runProgram(installed(tool), args, folder);
    if (exitCode !== 0) problems.push(`${tool} says:\n${stdout}${stderr}`);
  }
  console.log(`${manifest.name}: ${files.length} files, ${problems.length === 0 ? 'good' : 'not good'}`);
  for (const problem of problems) console.log(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
rmSync(folder, { recursive: true });
