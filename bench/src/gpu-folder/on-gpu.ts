/** What runs in the folder: the suite first, then the times; results.json has both. */
import './dawn.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeDataSet } from '../data-set.js';
import { measurePlace } from '../gpujs/measure-place.js';
import { describeMachine } from '../machine.js';
import { WORKLOADS } from '../workloads.js';
import { measureBandwidth } from './bandwidth.js';
import { measureCuda } from './measure-cuda.js';
import { runSuite } from './run-suite.js';

const NAMES = ['seed', 'photo', 'many', 'rotated', 'volume'];
const PACE = { rounds: 7, calls: 5, budgetMs: 200, warmUpCalls: 10, warmUpMs: 500 };
const SEED = 1;

const { values } = parseArgs({
  options: { checks: { type: 'string', default: '' }, only: { type: 'string', default: '' } },
});
const say = (text: string): void => console.log(text);
const workloads = WORKLOADS.filter(({ name }) => NAMES.includes(name) && name.includes(values.only));

const suite = await runSuite(values.checks, say);
if (suite.failures.length > 0) {
  for (const { id, failure } of suite.failures) console.error(`${id}\n${failure}\n`);
  process.exit(1);
}
const plan = {
  workloads: workloads.map(({ name }) => name),
  ...{ modes: [], natives: ['webgpu'] as const, pace: PACE },
  curve: { crops: [1, 4, 16, 64, 256], sides: [256, 512, 1024], rounds: 5, modes: [] },
};
const dataSets = new Map(workloads.map((workload) => [workload.name, makeDataSet(workload, SEED)]));
const load = async (name: string) => dataSets.get(name) ?? makeDataSet(workloads[0], SEED);
const place = await measurePlace(plan, load, say);
const bandwidth = await measureBandwidth(place, workloads);
const cuda = await measureCuda([...dataSets.values()], say);
const machine = describeMachine();
const { checks } = suite;
const results = { machine, seed: SEED, pace: PACE, checks, workloads, place, bandwidth, cuda };
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
say(`${place.adapter}: ${checks} checks pass; ${Math.round(bandwidth.copyGBps)} GB/s; wrote results.json`);
// Dawn keeps the process alive.
process.exit(0);
