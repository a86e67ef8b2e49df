import type * as tf from '@tensorflow/tfjs-core';
import { type Agreement, requireAgreement } from '../agreement.js';
import type { DataSet } from '../data-set.js';
import { kernelAttrs } from '../kernel-attrs.js';
import type { Outputs } from '../protocol.js';
import type { Pace } from '../rounds.js';
import { median } from '../statistics.js';
import { type Contender, CPU } from './contender.js';
import { TASKS, type Task, type TaskName } from './tasks.js';

/** How long to measure; here everyone takes part in every round. */
export type RacePace = Omit<Pace, 'slowMs' | 'settleMs'>;

/** What a turn consists of, in milliseconds. */
export interface Turn {
  upload: number;
  kernel: number;
  download: number;
}

/** What one contender took for one task. */
export interface Lap {
  contender: string;
  task: TaskName;
  /** Its very first turn, in which kernels are compiled. */
  first: Turn;
  /** The medians of each round. */
  rounds: Turn[];
  agreement: Agreement[];
}

/**
 * Measures contenders on one data set. Every result is compared with backend-cpu's before anything is timed; then they
 * take turns, as the peers of the large benchmark do, so that what slows the machine falls on all alike.
 */
export async function race(contenders: readonly Contender[], data: DataSet, pace: RacePace): Promise<Lap[]> {
  const laps: Lap[] = [];
  for (const task of TASKS) laps.push(...(await raceOf(task, contenders, data, pace)));
  return laps;
}

async function raceOf(task: Task, contenders: readonly Contender[], data: DataSet, pace: RacePace): Promise<Lap[]> {
  const firsts: TakenTurn[] = [];
  for (const contender of contenders) firsts.push(await takeTurn(contender, task, data));
  const wanted = firsts[contenders.findIndex(({ name }) => name === CPU)]?.outputs;
  if (!wanted) throw new Error(`Nothing can be checked without ${CPU}`);
  const laps = contenders.map(({ name }, k): Lap => {
    const who = `${name} on ${data.workload.name}, ${task.name}`;
    const agreement = requireAgreement(who, firsts[k].outputs, wanted, data);
    return { contender: name, task: task.name, first: firsts[k].turn, rounds: [], agreement };
  });
  for (const contender of contenders) await takeTurns(contender, task, data, pace.warmUpCalls, pace.warmUpMs);
  for (let round = 0; round < pace.rounds; round++) {
    const order = contenders.map((_, k) => (k + Math.floor(round / 2)) % contenders.length);
    if (round % 2 === 1) order.reverse();
    for (const k of order) {
      const turns = await takeTurns(contenders[k], task, data, pace.calls, pace.budgetMs);
      const middle = (phase: keyof Turn): number => median(turns.map((turn) => turn[phase]));
      laps[k].rounds.push({ upload: middle('upload'), kernel: middle('kernel'), download: middle('download') });
    }
  }
  return laps;
}

/** Turns until there are enough or the time is used up, at least one. */
async function takeTurns(
  contender: Contender,
  task: Task,
  data: DataSet,
  calls: number,
  budgetMs: number,
): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let spent = 0; turns.length < calls && (turns.length === 0 || spent < budgetMs); ) {
    const { turn } = await takeTurn(contender, task, data);
    turns.push(turn);
    spent += turn.upload + turn.kernel + turn.download;
  }
  return turns;
}

/** A turn, and what it computed. */
interface TakenTurn {
  turn: Turn;
  outputs: Outputs;
}

/** The inputs there, the kernels, the results back: each timed on its own, with nothing left to do at its end. */
async function takeTurn(contender: Contender, task: Task, data: DataSet): Promise<TakenTurn> {
  const attrs = kernelAttrs(data.workload, data.image.shape, 'NHWC');
  const inputs = Object.fromEntries(task.inputs.map((name) => [name, contender.write(data[name])]));
  const start = performance.now();
  await contender.upload(Object.values(inputs));
  const uploaded = performance.now();
  const results: tf.TensorInfo[] = [];
  for (const kernel of task.kernels) {
    const mine = Object.fromEntries(kernel.inputs.map((name) => [name, inputs[name]]));
    results.push(contender.run(kernel.name, mine, attrs));
  }
  await contender.wait();
  const computed = performance.now();
  const outputs: Outputs = {};
  for (const [k, { output }] of task.kernels.entries()) outputs[output] = await contender.read(results[k]);
  const downloaded = performance.now();
  contender.dispose([...Object.values(inputs), ...results]);
  const turn = { upload: uploaded - start, kernel: computed - uploaded, download: downloaded - computed };
  return { turn, outputs };
}
