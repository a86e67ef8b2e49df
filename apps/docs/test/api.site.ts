import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../api-order.js';
import { modules } from '../site.js';
import { dist } from './built-site.js';

const assets = join(dist, 'assets');

/** What users call, as addresses of pages, in order. */
const called = modules
  .filter(({ readers }) => readers === 'users')
  .flatMap(({ name }) => (groupsOf(name) ?? []).flatMap(([, members]) => members.map((member) => `${name}/${member}`)));

describe('the built API reference', () => {
  it.each(called)('shows %s with an example, its counterpart in PyTorch and its kin', (name) => {
    const page = readFileSync(join(dist, `api/${name}.html`), 'utf8');
    const headings = Array.from(page.matchAll(/<h[23] id="([^"]*)"/g), ([, id]) => id);
    // What only backends call users do not.
    const wanted = name.endsWith('/registerCropBackend') ? [] : ['example', 'in-pytorch', 'see-also'];
    expect(headings).toEqual(expect.arrayContaining(wanted));
  });

  it('links to each of them from the index, in order', () => {
    const index = readFileSync(join(dist, 'api/index.html'), 'utf8').replace(/[\s\S]*<main/, '');
    const places = called.map((name) => index.indexOf(`${name}.html"`));
    const missing = called.filter((_, k) => places[k] === -1);
    const sorted = [...new Set(called.map((name) => name.split('/').slice(0, 2).join('/')))].every((module) => {
      const own = places.filter((_, k) => called[k].startsWith(`${module}/`));
      return own.every((place, k) => k === 0 || place > own[k - 1]);
    });
    expect(missing).toEqual([]);
    expect(sorted).toBe(true);
  });

  it('has no page of 30 kB', () => {
    const scripts = readdirSync(assets).filter((name) => /^api_.*\.js$/.test(name) && !name.includes('.lean.'));
    const sizes = scripts.map((name) => ({ name, bytes: statSync(join(assets, name)).size }));
    expect(sizes.length).toBeGreaterThan(called.length);
    expect(sizes.filter(({ bytes }) => bytes >= 30_000)).toEqual([]);
  });
});
