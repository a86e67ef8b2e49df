import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { InputError } from '../../../commands/input-error.js';
import type { CurvePoint } from './results.js';
import type { Plan, Training } from './training.js';
import { writeWhole } from './write-whole.js';

/** How far a training has come, apart from its weights. */
export interface Progress {
  /** The next step. */
  step: number;
  seconds: number;
  curve: CurvePoint[];
  /** The losses since the last point of the curve, added up. */
  loss: number;
}

/** What is in the file: weights and moments are float32, in base64, so that they come back bit by bit. */
interface Saved {
  plan: Plan;
  progress: Progress;
  state: string[];
}

/** Writes how far a training has come. */
export async function saveCheckpoint(path: string, plan: Plan, training: Training, progress: Progress): Promise<void> {
  const state: string[] = [];
  for (const variable of training.state) {
    const values = Float32Array.from(await variable.data());
    state.push(Buffer.from(values.buffer).toString('base64'));
  }
  const saved: Saved = { plan, progress, state };
  await writeWhole(path, JSON.stringify(saved));
}

/**
 * Takes a training of the same plan to where it was saved. Gives back nothing when there is no such file; throws an
 * InputError when it is of another plan.
 */
export async function loadCheckpoint(path: string, plan: Plan, training: Training): Promise<Progress | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const saved: Saved = JSON.parse(text);
  if (!isDeepStrictEqual(saved.plan, plan)) {
    throw new InputError(`${path} is of a training of other steps or rates; remove it, or choose another folder`);
  }
  for (const [k, variable] of training.state.entries()) {
    const bytes = Buffer.from(saved.state[k], 'base64');
    const values = new Float32Array(new Uint8Array(bytes).buffer);
    tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)));
  }
  return saved.progress;
}
