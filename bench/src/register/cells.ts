import type { Model } from '@cropgrad/register';

/** What happens to one of two images of a pair, besides gain, offset and noise. */
export type Trouble = 'none' | 'blur' | 'gamma' | 'ramp' | 'occlusion' | 'mask' | 'sizes' | 'unrelated';

/** Pairs of one kind. */
export interface Cell {
  name: string;
  model: Model;
  /** By how many pixels the corners are moved, at most, along each axis. */
  pixels: number;
  trouble: Trouble;
  /** How many pairs there are, as a multiple of what is asked for. */
  share: number;
  /** What is wanted, where something is: shares of pairs, and how many times as long as ECC it may take. */
  target?: { corners: number; rms?: number; time: number };
}

/** One miss of 64 is allowed where the target is all. */
const ALL_BUT_ONE = 63 / 64;

export const CELLS: readonly Cell[] = [
  cell('translation', 48, { corners: ALL_BUT_ONE, time: 15 }),
  cell('similarity', 48, { corners: ALL_BUT_ONE, time: 5 }),
  cell('affine', 32, { corners: ALL_BUT_ONE, time: 5 }),
  cell('homography', 32, { corners: 0.96, time: 5 }),
  cell('homography', 48, { corners: 0.82, rms: 0.9, time: 5 }),
  { ...cell('homography', 48), name: 'different photos', trouble: 'unrelated', share: 100 / 64 },
  troubled('one blurred, sigma 1.5', 'blur'),
  troubled('gamma 0.5 or 2', 'gamma'),
  troubled('lighting ramp 0.5 to 1.3', 'ramp'),
  troubled('15 % occluded', 'occlusion'),
  troubled('15 % occluded, and masked', 'mask'),
  troubled('192² on 256 × 208', 'sizes'),
];

function cell(model: Model, pixels: number, target?: Cell['target']): Cell {
  return { name: `${model} ${pixels}`, model, pixels, trouble: 'none', share: 1, ...(target && { target }) };
}

function troubled(name: string, trouble: Trouble): Cell {
  return { ...cell('homography', 32), name, trouble };
}
