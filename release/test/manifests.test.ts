import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Exports, publicPackages, root } from '../src/public-packages.js';
import { sideEffectsOf } from '../src/side-effects-of.js';

const { license, author, homepage, repository, bugs } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

it.for(publicPackages())('packages/$folder/package.json says what the others say', ({ folder, manifest }) => {
  const ofAll = { license, author, homepage, bugs, type: 'module' };
  expect(manifest).toMatchObject({ ...ofAll, repository: { ...repository, directory: `packages/${folder}` } });
  expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  expect(manifest.keywords.length).toBeGreaterThan(2);
});

it.for(publicPackages())('packages/$folder: bundlers know which of its files act when they are loaded', (of) => {
  expect(of.manifest.sideEffects).toEqual(sideEffectsOf(of));
});

it.for(publicPackages())('packages/$folder exports its package.json, and no sources', ({ manifest }) => {
  const { exports, publishConfig } = manifest;
  expect(exports['./package.json']).toBe('./package.json');
  expect(publishConfig).toMatchObject({ access: 'public' });
  expect(publishConfig.exports ?? exports).toEqual(withoutSources(exports));
});

it.for(publicPackages())('packages/$folder publishes what was built, and its history', ({ manifest }) => {
  // README, LICENSE and package.json always come along.
  expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'CHANGELOG.md']));
  for (const file of Object.values(manifest.bin ?? {})) expect(manifest.files).toContain(file.split('/')[1]);
});

/** The exports without the condition under which this repository reads sources. */
function withoutSources(exports: Exports): Exports {
  const entries = Object.entries(exports).map(([path, files]) => {
    if (typeof files === 'string') return [path, files] as const;
    const { 'cropgrad-source': _source, ...others } = files;
    return [path, others] as const;
  });
  return Object.fromEntries(entries);
}
