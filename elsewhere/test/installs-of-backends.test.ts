import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type InstalledBackends, installedBackends } from '../src/installed-backends.js';

it('results/installed.json, which the site shows, says what each backend brings', async () => {
  const shown: InstalledBackends = JSON.parse(
    readFileSync(new URL('../results/installed.json', import.meta.url), 'utf8'),
  );
  const installed = await installedBackends();
  expect(Object.keys(installed)).toEqual(Object.keys(shown));
  for (const [backend, { packages, megabytes, scripts }] of Object.entries(installed)) {
    // Dependencies of dependencies come in new versions.
    expect(Math.abs(packages / shown[backend].packages - 1), `${backend}: packages`).toBeLessThan(0.1);
    expect(Math.abs(megabytes / shown[backend].megabytes - 1), `${backend}: megabytes`).toBeLessThan(0.1);
    expect(scripts, backend).toEqual(shown[backend].scripts);
  }
});
