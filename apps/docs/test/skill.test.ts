import { readFileSync } from 'node:fs';
import * as core from '@cropgrad/core';
import { expect, it } from 'vitest';
import { skillFile, withMadeParts } from '../scripts/skill-parts.js';

const skill = readFileSync(skillFile, 'utf8');

it('the skill is what the doc comments make of it: `pnpm --filter docs skill` writes it again', () => {
  expect(withMadeParts(skill)).toBe(skill);
});

it('it has every function of core that users call, and none that is not there', () => {
  const listed = [...skill.matchAll(/^- `(\w+)\(.*\)`: (.+)$/gm)].map(([, name]) => name);
  const exported = Object.entries(core).filter(([, value]) => typeof value === 'function');
  const functions = exported
    .map(([name]) => name)
    .filter((name) => /^[a-z]/.test(name) && name !== 'registerCropBackend');
  expect(listed.sort()).toEqual(functions.sort());
});

it('each summary is a sentence', () => {
  const summaries = [...skill.matchAll(/^- `\w+\(.*\)`: (.*)$/gm)].map(([, summary]) => summary);
  expect(summaries.length).toBeGreaterThan(20);
  for (const summary of summaries) expect(summary).toMatch(/^[A-Z].{10,}\.$/);
});

it('it has every code of an error that users see', () => {
  const source = readFileSync(new URL('../../src/errors.ts', skillFile), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(skill).toContain(`- \`${code}\`: `);
});

it('its head is what assistants look for: a name like its folder, and when to use it, in short', () => {
  const [, name, description] = skill.match(/^---\nname: (.+)\ndescription: (.+)\nlicense: Apache-2\.0\n---\n/) ?? [];
  expect(skillFile.pathname).toContain(`/skills/${name}/SKILL.md`);
  expect(description.length).toBeLessThan(1024);
  expect(description).toMatch(/Use for/);
});

it('it is in the package, and short', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', skillFile), 'utf8'));
  expect(manifest.files).toContain('skills');
  expect(skill.length).toBeLessThan(12_000);
});
