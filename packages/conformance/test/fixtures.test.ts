import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AntialiasFixture, antialiasCases } from '../src/antialias-fixtures.js';
import { type AnyFixture, exactKinkCases, type FixtureArray, fixtureCases } from '../src/fixtures.js';

interface Manifest {
  torch: string;
  files: Record<string, { cases: number; sha256: string }>;
}

const folder = new URL('../fixtures/', import.meta.url);
const manifest: Manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
const all: readonly (AnyFixture | AntialiasFixture)[] = [...fixtureCases(), ...exactKinkCases(), ...antialiasCases()];

/** Inputs and results by name, with the input each gradient belongs to, where there is one. */
function arraysOf(fixture: AnyFixture | AntialiasFixture) {
  const { dy, output } = fixture;
  const inputs: Record<string, [FixtureArray, FixtureArray | undefined]> = { dy: [dy, output] };
  if ('image' in fixture) inputs.image = [fixture.image, fixture.dImage];
  if ('grid' in fixture) inputs.grid = [fixture.grid, fixture.dGrid];
  if ('theta' in fixture) inputs.theta = [fixture.theta, 'dTheta' in fixture ? fixture.dTheta : undefined];
  if ('boxes' in fixture) inputs.boxes = [fixture.boxes, fixture.dBoxes];
  return inputs;
}

describe('files', () => {
  test('are the ones that the manifest lists', () => {
    const found = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'manifest.json');
    expect(found.sort()).toEqual(Object.keys(manifest.files).sort());
    expect(manifest.torch).toBe('2.13.0');
  });

  test.each(Object.entries(manifest.files))('%s has the listed checksum and number of cases', (name, listed) => {
    const text = readFileSync(new URL(name, folder));
    expect(createHash('sha256').update(text).digest('hex')).toBe(listed.sha256);
    expect(JSON.parse(text.toString())).toHaveLength(listed.cases);
  });

  test('are all loaded, and no id is there twice', () => {
    const listed = Object.values(manifest.files).reduce((sum, { cases }) => sum + cases, 0);
    expect(new Set(all.map(({ id }) => id)).size).toBe(listed);
    expect(all).toHaveLength(listed);
  });
});

describe('arrays', () => {
  test('every gradient has the shape of its input, and data fills its shape', () => {
    for (const fixture of all) {
      for (const [name, [input, gradient = input]] of Object.entries(arraysOf(fixture))) {
        expect(gradient.shape, `${fixture.id} ${name}`).toEqual(input.shape);
        const length = input.shape.reduce((product, size) => product * size, 1);
        expect([input.data.length, gradient.data.length], `${fixture.id} ${name}`).toEqual([length, length]);
        expect([...input.data, ...gradient.data].every(Number.isFinite), `${fixture.id} ${name}`).toBe(true);
      }
    }
  });

  const isFloat32 = (x: number) => Math.fround(x) === x;

  test('inputs are float32 numbers', () => {
    for (const fixture of all) {
      for (const [name, [input]] of Object.entries(arraysOf(fixture))) {
        expect(
          input.data.filter((x) => !isFloat32(x)),
          `${fixture.id} ${name}`,
        ).toEqual([]);
      }
    }
  });

  test('so are the results of exact-kink cases', () => {
    for (const fixture of exactKinkCases()) {
      for (const [name, [input, result = input]] of Object.entries(arraysOf(fixture))) {
        expect(
          result.data.filter((x) => !isFloat32(x)),
          `${fixture.id} ${name}`,
        ).toEqual([]);
      }
    }
  });
});
