/**
 * Runs the conformance suite on every backend package, and writes conformance/<backend>.json for the compatibility table:
 * `npx -y pnpm --filter docs conformance`, or `… conformance backend-cpu` for one. Half a minute for each, and a few for gpujs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGpuJsBackend } from '@cropgrad/backend-gpujs';
import { needsGpu, packages } from '../site.js';

const docs = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cropgrad-conformance-'));

const wanted = process.argv.slice(2);

/** Random cases per property, where the default of 100 takes too long, and why. */
const FEWER_RUNS = new Map([
  [
    'backend-gpujs',
    { runs: '10', note: `gpu.js ran in its mode ${createGpuJsBackend().mode}, which compiles anew for every shape` },
  ],
]);

for (const { folder: path, name, version } of packages) {
  if (wanted.length > 0 ? !wanted.includes(path) : !path.startsWith('backend-')) continue;
  if (needsGpu.includes(path)) {
    console.log(
      `${name}: no report, as it runs on a GPU that a page gives it; its own tests run the suite in Chromium`,
    );
    continue;
  }
  const json = join(folder, 'report.json');
  const fewer = FEWER_RUNS.get(path);
  const command = [
    '--no-install',
    'cropgrad-conformance',
    name,
    '--json',
    json,
    ...(fewer ? ['--runs', fewer.runs] : []),
  ];
  execFileSync('npx', command, { cwd: docs, stdio: 'inherit' });
  const { tfBackend, capabilities, runs, seed, passed, failed, cells, checks } = JSON.parse(readFileSync(json, 'utf8'));
  // What the checks saw in full is more than the page shows.
  const report = {
    ...{
      package: name,
      version,
      node: process.versions.node,
      tfBackend,
      capabilities,
      runs,
      ...(fewer && { note: fewer.note }),
      seed,
      passed,
      failed,
    },
    cells: cells.map(({ worst, ...cell }) => ({ ...cell, error: worst?.error })),
    checks: Object.fromEntries(checks.map(({ id, status }) => [id, status])),
  };
  writeFileSync(join(docs, 'conformance', `${tfBackend}.json`), `${JSON.stringify(report, undefined, 1)}\n`);
}
rmSync(folder, { recursive: true });
