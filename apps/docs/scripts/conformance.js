/**
 * Runs the conformance suite on every backend package, and writes conformance/<backend>.json for the compatibility table:
 * `npx -y pnpm --filter docs conformance`, or `… conformance backend-cpu` for one. Half a minute for each, and several for
 * gpujs, webgl and webgpu. Packages run as they are built, but webgl, which is bundled from its sources for Chromium.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGpuJsBackend } from '@cropgrad/backend-gpujs';
import { packages } from '../site.js';
import { reportInChromium } from './chromium/report-in-chromium.js';

const docs = fileURLToPath(new URL('..', import.meta.url));
const node = `Node ${process.versions.node}`;

/** How the suite is run where plain Node is not enough, or 100 random cases per property take too long; and why. */
const WAYS = new Map([
  [
    'backend-gpujs',
    {
      runs: 10,
      note: `gpu.js ran in its mode ${createGpuJsBackend().mode}, which compiles anew for every shape`,
      report: reportInNode,
    },
  ],
  [
    'backend-webgl',
    {
      runs: 3,
      note: 'software draws there, and compiles a shader for every new shape of a texture',
      report: reportInChromium,
    },
  ],
  ['backend-webgpu', { runs: 3, note: 'software computes there', report: reportThroughDawn }],
]);

const wanted = process.argv.slice(2);
for (const { folder, name, version } of packages) {
  if (wanted.length > 0 ? !wanted.includes(folder) : !folder.startsWith('backend-')) continue;
  const { runs, note, report: run } = WAYS.get(folder) ?? { report: reportInNode };
  const { where, report } = await run(name, runs);
  const { tfBackend, capabilities, seed, passed, failed, cells, checks } = report;
  console.log(`${name}: ${passed} checks passed, ${failed} failed, in ${where}`);
  // What the checks saw in full is more than the page shows.
  const kept = {
    ...{ package: name, version, where, tfBackend, capabilities, runs: report.runs, ...(note && { note }) },
    ...{ seed, passed, failed },
    cells: cells.map(({ worst, ...cell }) => ({
      ...cell,
      ...(worst && { error: Number(worst.error.toPrecision(3)) }),
    })),
    checks: Object.fromEntries(checks.map(({ id, status }) => [id, status])),
  };
  writeFileSync(join(docs, 'conformance', `${tfBackend}.json`), `${textOf(kept)}\n`);
}

/** A report as JSON, a cell on a line. */
function textOf(report) {
  const text = JSON.stringify(report, undefined, 1);
  return text.replace(/\{\n\s+"op"[^}]*\}/g, (cell) => JSON.stringify(JSON.parse(cell)));
}

function reportInNode(name, runs) {
  return { where: node, report: commandLine(name, runs, {}) };
}

/** WebGPU is given to Node by Dawn, on the software driver that comes with Chromium. */
function reportThroughDawn(name, runs) {
  const dawn = new URL('./dawn.js', import.meta.url).href;
  return {
    where: `${node}, through Dawn on SwiftShader`,
    report: commandLine(name, runs, { NODE_OPTIONS: `--import=${dawn}` }),
  };
}

/** What `cropgrad-conformance --json` writes. */
function commandLine(name, runs, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'cropgrad-conformance-'));
  const json = join(folder, 'report.json');
  const fewer = runs === undefined ? [] : ['--runs', String(runs)];
  execFileSync('npx', ['--no-install', 'cropgrad-conformance', name, '--json', json, ...fewer], {
    cwd: docs,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  const report = JSON.parse(readFileSync(json, 'utf8'));
  rmSync(folder, { recursive: true });
  return report;
}
