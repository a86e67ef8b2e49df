// Packs every public package as it would be published, and has publint and are-the-types-wrong look at it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pnpmCommand } from '../commands/pnpm-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'cropgrad-packages-'));
const pnpm = pnpmCommand();
const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: 'inherit' });
const installed = (name) => join('node_modules/.bin', name);

for (const name of readdirSync('packages')) {
  const cwd = join('packages', name);
  const manifest = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
  if (manifest.private) continue;
  const tarball = join(folder, `${name}.tgz`);
  run(pnpm.file, [...pnpm.args, 'pack', '--out', tarball], cwd);
  run(installed('publint'), ['run', tarball, '--strict']);
  run(installed('attw'), [tarball, '--profile', 'esm-only']);
}
