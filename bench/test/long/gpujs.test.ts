import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDataSet } from '../../src/data-set.js';
import { type Contender, cpuContender, gpujsContender } from '../../src/gpujs/contender.js';
import { measurePlace } from '../../src/gpujs/measure-place.js';
import { race } from '../../src/gpujs/race.js';
import { writeGpujsReport } from '../../src/gpujs/report/write-report.js';
import { describeMachine } from '../../src/machine.js';
import { rounded } from '../../src/results-json.js';
import { IMAGES, PACE, SHARED, TURNED, VOLUMES } from '../tiny.js';

test('each mode that runs is measured beside backend-cpu, and the others are absent for a reason', async () => {
  const workloads = [IMAGES, SHARED, TURNED, VOLUMES];
  const plan = {
    workloads: workloads.map(({ name }) => name),
    modes: ['webgl2', 'webasm', 'cpu'] as const,
    natives: ['webgl'] as const,
    pace: PACE,
    curve: { crops: [1, 2, 4], sides: [64, 128], rounds: 1, modes: ['webasm'] as const },
  };
  const load = async (name: string) => makeDataSet(workloads[plan.workloads.indexOf(name)], 1);
  const node = await measurePlace(plan, load, () => {});

  const measured = node.laps.map(({ workload, task, contender }) => [workload, task, contender].join());
  const expected = plan.workloads.flatMap((workload) =>
    ['forward', 'gradients'].flatMap((task) =>
      ['cropgrad cpu', 'gpujs webasm', 'gpujs cpu'].map((contender) => [workload, task, contender].join()),
    ),
  );
  expect(measured).toEqual(expected);
  expect(node.absent).toEqual([
    { contender: 'gpujs webgl2', reason: expect.stringContaining('webgl2') },
    { contender: 'webgl', reason: 'webgl: tfjs starts no such backend' },
  ]);
  expect(node.curve).toHaveLength(6);

  const folder = await mkdtemp(join(tmpdir(), 'cropgrad-gpujs-report-'));
  try {
    const results = { machine: describeMachine(), seed: 1, pace: PACE, workloads, node, chromium: undefined };
    await writeGpujsReport(results, folder);
    const page = await readFile(join(folder, 'results.md'), 'utf8');
    expect(page).toMatch(/\*\*volumes\*\*[\s\S]*\| gradients +\| gpujs webasm +\| +\*\*[\d.]+\*\*/);
    expect(page).toContain('- gpujs webgl2 did not run: there is no WebGL2 here.');
    expect(page).toContain('Absent: there was no Chromium, or none with a GPU.');
    expect(JSON.parse(await readFile(join(folder, 'results.json'), 'utf8'))).toEqual(rounded(results));
    expect(await readFile(join(folder, 'gradient-curve.svg'), 'utf8')).toMatch(/^<svg[\s\S]*gpujs webasm, Node/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('one that is wrong is refused before anything is timed', async () => {
  const right = gpujsContender('webasm');
  if ('absent' in right) throw new Error(right.absent);
  const wrong: Contender = {
    ...right,
    async read(info) {
      const { shape, data } = await right.read(info);
      return { shape, data: data.map((value) => value + 0.001) };
    },
  };
  await expect(race([cpuContender(), wrong], makeDataSet(IMAGES, 1), PACE)).rejects.toThrow(
    'gpujs webasm on images, forward: crops differs from the reference',
  );
});
