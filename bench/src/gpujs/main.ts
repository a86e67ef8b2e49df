/** The command: measures the backends for GPUs beside backend-cpu, in Chromium and, where they run there, in Node, and writes the report. */
import { fileURLToPath } from 'node:url';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { makeDataSet } from '../data-set.js';
import { describeMachine } from '../machine.js';
import { type Options, readOptions } from '../options.js';
import { WORKLOADS } from '../workloads.js';
import type { CurvePlan } from './gradient-curve.js';
import { measureInChromium } from './measure-in-chromium.js';
import { measurePlace } from './measure-place.js';
import type { PlacePlan } from './plan.js';
import type { RacePace } from './race.js';
import { onGpuOnly } from './report/on-gpu-only.js';
import { writeGpujsReport } from './report/write-report.js';

const FULL: RacePace = { rounds: 7, calls: 5, budgetMs: 200, warmUpCalls: 10, warmUpMs: 1500 };
const QUICK: RacePace = { rounds: 3, calls: 1, budgetMs: 200, warmUpCalls: 2, warmUpMs: 200 };
const CURVE: CurvePlan = { crops: [1, 4, 16, 64, 256], sides: [256, 512, 1024], rounds: 5 };
/** Boxes, one crop of a photo, any theta, and volumes: each another way through the kernels. */
const NAMES = ['seed', 'photo', 'rotated', 'volume'];
const SEED = 1;

const USAGE = `Usage: pnpm bench:gpujs [--quick] [--only WORKLOAD] [--out DIR]
  --quick          few rounds: for a first look
  --only WORKLOAD  one of ${WORKLOADS.map(({ name }) => name).join(', ')} (default: ${NAMES.join(', ')})
  --out DIR        where the report goes (default bench/results/gpujs)
CHROMIUM names a Chromium other than /usr/bin/chromium; without one, that half is absent.`;

await runCommand(async () => {
  const options = readOptions(USAGE, fileURLToPath(new URL('../../results/gpujs', import.meta.url)), WORKLOADS);
  if (options) await bench(options);
});

async function bench({ quick, only, out }: Options): Promise<void> {
  await prepareFolder(out, ['results.json']);
  const names = only === undefined ? NAMES : [only];
  const workloads = WORKLOADS.filter(({ name }) => names.includes(name));
  const dataSets = workloads.map((workload) => makeDataSet(workload, SEED));
  const plan = (modes: PlacePlan['modes'], curveMode: PlacePlan['modes'][number]): Omit<PlacePlan, 'natives'> => ({
    workloads: workloads.map(({ name }) => name),
    modes,
    pace: quick ? QUICK : FULL,
    curve: { ...CURVE, ...(quick && { rounds: 1 }), modes: [curveMode] },
  });

  const inNode: PlacePlan = { ...plan(['headlessgl', 'webasm', 'cpu'], 'webasm'), natives: [] };
  const load = async (name: string) => dataSets[inNode.workloads.indexOf(name)];
  const node = await measurePlace(inNode, load, (doing) => console.log(`Node: ${doing}`));
  const inPage: PlacePlan = { ...plan(['webgl2', 'webgl'], 'webgl2'), natives: ['webgl', 'webgpu'] };
  const chromium = await measureInChromium(inPage, dataSets, (doing) => console.log(`Chromium: ${doing}`));

  const results = onGpuOnly({ machine: describeMachine(), seed: SEED, pace: inNode.pace, workloads, node, chromium });
  await writeGpujsReport(results, out);
  console.log(`Wrote results.md, results.json and gradient-curve.svg to ${out}`);
}
