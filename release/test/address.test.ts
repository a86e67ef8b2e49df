import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../src/public-packages.js';

/** The one place that says where the repository and the site are: whoever publishes under another name changes it there. */
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const repository = new URL(manifest.repository.url.replace(/^git\+|\.git$/g, ''));
const homepage = new URL(manifest.homepage);

/** Addresses of this project on GitHub, and of its site, whoever owns them. */
const OURS = /https:\/\/(github\.com\/[\w-]+\/cropgrad(?![\w-])|[\w-]+\.github\.io\/(?=cropgrad|['"`\s]))/g;

const TEXTS = ['', '.json', '.js', '.md', '.mjs', '.mts', '.ts', '.vue', '.yml'];
const NO_SOURCES = /^(node_modules|dist|out|cache|coverage|survivors|\.git|\.turbo|\.next)$/;

it('every file has the addresses of the root package.json', () => {
  const found = new Map<string, string[]>();
  for (const file of texts(root)) {
    for (const [address] of readFileSync(file, 'utf8').matchAll(OURS)) {
      found.set(address, [...(found.get(address) ?? []), relative(root, file)]);
    }
  }
  const others = [...found].filter(([address]) => ![repository.href, `${homepage.origin}/`].includes(address));
  expect(Object.fromEntries(others)).toEqual({});
  // It looks where they are.
  expect(found.get(repository.href)).toEqual(expect.arrayContaining(['README.md', 'package.json']));
});

it('the README says how to clone it', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`\ngit clone ${repository.href}.git\n`);
});

it('its owners review it', () => {
  const [owner] = repository.pathname.split('/').filter((part) => part !== '');
  const owners = readFileSync(join(root, '.github/CODEOWNERS'), 'utf8').match(/@[\w-]+(?=\/)/g);
  expect(new Set(owners)).toEqual(new Set([`@${owner}`]));
});

/** The texts below a folder that somebody wrote. */
function texts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NO_SOURCES.test(entry.name) ? [] : texts(path);
    return entry.isFile() && TEXTS.includes(extname(entry.name)) ? [path] : [];
  });
}
