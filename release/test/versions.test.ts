import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runProgram } from '../../commands/run-program.js';
import { NAMES, named } from '../src/named-version.js';
import { publicPackages, root } from '../src/public-packages.js';

const packages = publicPackages();

it('all packages have one version', () => {
  expect(new Set(packages.map(({ manifest }) => manifest.version)).size).toBe(1);
});

it.for(NAMES.map((name) => [relative(root, name.path), name] as const))('%s names that version', ([_path, name]) => {
  expect(readFileSync(name.path, 'utf8')).toBe(named(name));
});

/** The packages after a release of something new in core, in a folder of their own. */
const folder = mkdtempSync(join(tmpdir(), 'cropgrad-versions-'));
beforeAll(async () => {
  for (const file of ['package.json', 'pnpm-workspace.yaml']) cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, '.changeset'));
  for (const file of readdirSync(join(root, '.changeset')).filter((name) => !name.endsWith('.md'))) {
    cpSync(join(root, '.changeset', file), join(folder, '.changeset', file));
  }
  writeFileSync(
    join(folder, '.changeset/new.md'),
    "---\n'@cropgrad/core': minor\n---\n\nSomething new,\nin two lines.\n",
  );
  for (const { folder: name } of packages) {
    mkdirSync(join(folder, 'packages', name), { recursive: true });
    const path = join('packages', name, 'package.json');
    writeFileSync(join(folder, path), readFileSync(join(root, path), 'utf8'));
  }
  const { exitCode, stdout, stderr } = await runProgram(join(root, 'node_modules/.bin/changeset'), ['version'], folder);
  expect(exitCode, stdout + stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('something new in core makes a minor version of every package, and no major one of those that work with it', () => {
  const [major, minor] = packages[0].manifest.version.split('.').map(Number);
  for (const { folder: name } of packages) {
    const { version } = JSON.parse(readFileSync(join(folder, 'packages', name, 'package.json'), 'utf8'));
    expect(version, name).toBe(`${major}.${minor + 1}.0`);
  }
});

it('the changelog has the text of the change, and nothing else', () => {
  const changelog = (name: string): string => readFileSync(join(folder, 'packages', name, 'CHANGELOG.md'), 'utf8');
  expect(changelog('core')).toMatch(/\n- Something new,\n {2}in two lines\.\n$/);
  expect(changelog('backend-cpu')).toMatch(/^# @cropgrad\/backend-cpu\n\n## \d+\.\d+\.\d+\n$/);
});
