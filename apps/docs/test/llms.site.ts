import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { base, dist } from './built-site.js';

it('llms.txt lies at the root of the site, and each page that it names is there', () => {
  const text = readFileSync(join(dist, 'llms.txt'), 'utf8');
  const links = [...text.matchAll(/\]\((https:[^)\s]+)\)/g)].map(([, link]) => new URL(link));
  const own = links.filter(({ hostname }) => hostname !== 'github.com');
  expect(own.length).toBeGreaterThan(20);
  for (const { pathname } of own) {
    expect(pathname.startsWith(base), pathname).toBe(true);
    const file = join(dist, pathname.slice(base.length));
    expect(existsSync(pathname.endsWith('/') ? join(file, 'index.html') : file), pathname).toBe(true);
  }
});

it('the skill that it names is the one of the core package', () => {
  const skill = new URL('../../../packages/core/skills/cropgrad/SKILL.md', import.meta.url);
  expect(readFileSync(join(dist, 'skill.txt'), 'utf8')).toBe(readFileSync(skill, 'utf8'));
});
