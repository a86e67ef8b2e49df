import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.changeset');
const changesets = readdirSync(folder).filter((file) => file.endsWith('.md'));
const packages = readdirSync(join(root, 'packages')).map((name) => {
  const manifest: { name: string } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return `'${manifest.name}'`;
});

/** The packages between two lines of dashes, and a text: one that is written otherwise stops every release. */
const FORM = new RegExp(`^---\\n((${packages.join('|')}): (major|minor|patch)\\n)+---\\n\\n\\S`);

it('every changeset can be read', () => {
  for (const file of changesets) expect(readFileSync(join(folder, file), 'utf8'), file).toMatch(FORM);
  // None are left after a release.
  expect(readdirSync(folder)).toContain('config.json');
});
