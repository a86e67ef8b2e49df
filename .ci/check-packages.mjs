// Packs every public package as it would be published, and has publint and are-the-types-wrong look at it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'cropgrad-packages-'));
const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: 'inherit' });

for (const name of readdirSync('packages')) {
  const cwd = join('packages', name);
  const manifest = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
  if (manifest.private) continue;
  const tarball = join(folder, `${name}.tgz`);
  run('npx', ['-y', 'pnpm', 'pack', '--out', tarball], cwd);
  run('npx', ['publint', 'run', tarball, '--strict']);
  run('npx', ['attw', tarball, '--profile', 'esm-only']);
}
