/** The command: measures backend-gpujs beside backend-cpu, in Node and in Chromium, and writes the report. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeDataSet } from '../data-set.js';
import { describeMachine } from '../machine.js';
import { WORKLOADS } from '../workloads.js';
import type { CurvePlan } from './gradient-curve.js';
import { measureInChromium } from './measure-in-chromium.js';
import { measurePlace } from './measure-place.js';
import type { PlacePlan } from './plan.js';
import type { RacePace } from './race.js';
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

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    out: { type: 'string', default: fileURLToPath(new URL('../../results/gpujs', import.meta.url)) },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(USAGE);
// pnpm runs scripts in the package's folder; INIT_CWD is where the user is.
else await bench(values.quick, resolve(process.env.INIT_CWD ?? '', values.out), values.only);

async function bench(quick: boolean, out: string, only?: string): Promise<void> {
  const names = only === undefined ? NAMES : [only];
  const workloads = WORKLOADS.filter(({ name }) => names.includes(name));
  if (workloads.length === 0) throw new Error(`--only: got '${only}'\n${USAGE}`);
  const dataSets = workloads.map((workload) => makeDataSet(workload, SEED));
  const plan = (modes: PlacePlan['modes'], curveMode: PlacePlan['modes'][number]): PlacePlan => ({
    workloads: workloads.map(({ name }) => name),
    modes,
    pace: quick ? QUICK : FULL,
    curve: { ...CURVE, ...(quick && { rounds: 1 }), modes: [curveMode] },
  });

  const inNode = plan(['headlessgl', 'webasm', 'cpu'], 'webasm');
  const load = async (name: string) => dataSets[inNode.workloads.indexOf(name)];
  const node = await measurePlace(inNode, load, (doing) => console.log(`Node: ${doing}`));
  const inPage = plan(['webgl2', 'webgl'], 'webgl2');
  const chromium = await measureInChromium(inPage, dataSets, (doing) => console.log(`Chromium: ${doing}`));

  const results = { machine: describeMachine(), seed: SEED, pace: inNode.pace, workloads, node, chromium };
  await writeGpujsReport(results, out);
  console.log(`Wrote results.md, results.json and gradient-curve.svg to ${out}`);
}
