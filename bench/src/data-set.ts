import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBoxes, thetaOfBoxes } from './boxes.js';
import { makeImages, uniform } from './images.js';
import { loadNpy, type NpyArray, saveNpy } from './npy.js';
import type { Workload } from './workloads.js';

/** What every peer reads: one workload's numbers, with channels last. */
export interface DataSet {
  workload: Workload;
  /** [images,…imageSize,C] */
  image: NpyArray;
  /** [crops,4] or [crops,6], as cropgrad's boxes; without rotation they say the same as theta. */
  boxes: NpyArray;
  /** [crops,2,3] or [crops,3,4] */
  theta: NpyArray;
  /** [crops,…size,2 or 3], the points of theta */
  grid: NpyArray;
  /** [crops,…size,C], the gradient that comes back; all positive, so that sums of it do not cancel. */
  dy: NpyArray;
}

const ARRAYS = ['image', 'boxes', 'theta', 'grid', 'dy'] as const;

/** Makes a workload's numbers; the same seed gives the same ones. */
export function makeDataSet(workload: Workload, seed: number): DataSet {
  const { crops, size, channels } = workload;
  const boxes = makeBoxes(workload, seed);
  const theta = thetaOfBoxes(boxes, workload);
  const dyShape = [crops, ...size, channels];
  return {
    workload,
    image: makeImages(workload, seed + 1),
    boxes,
    theta,
    grid: gridOf(theta, size),
    dy: { shape: dyShape, data: uniform(dyShape, 0.5, 1.5, seed + 2) },
  };
}

/** Writes a data set as NumPy files and a workload.json, for peers in any language. */
export async function saveDataSet(folder: string, data: DataSet): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'workload.json'), JSON.stringify(data.workload));
  for (const name of ARRAYS) await saveNpy(join(folder, `${name}.npy`), data[name]);
}

/** Reads what {@link saveDataSet} wrote. */
export async function loadDataSet(folder: string): Promise<DataSet> {
  const workload: Workload = JSON.parse(await readFile(join(folder, 'workload.json'), 'utf8'));
  const [image, boxes, theta, grid, dy] = await Promise.all(ARRAYS.map((name) => loadNpy(join(folder, `${name}.npy`))));
  return { workload, image, boxes, theta, grid, dy };
}

/** PyTorch's affine_grid with alignCorners false, in float64, rounded once. */
function gridOf(theta: NpyArray, size: readonly number[]): NpyArray {
  const dimensions = size.length;
  const shape = [theta.shape[0], ...size, dimensions];
  const points = size.reduce((a, b) => a * b);
  const data = new Float32Array(theta.shape[0] * points * dimensions);
  const base = new Float64Array(dimensions);
  for (let n = 0, at = 0; n < theta.shape[0]; n++) {
    for (let point = 0; point < points; point++) {
      // The last axis of size varies fastest and is x, the first coordinate.
      for (let axis = 0, rest = point; axis < dimensions; axis++) {
        const length = size[dimensions - 1 - axis];
        base[axis] = (2 * (rest % length) + 1) / length - 1;
        rest = Math.floor(rest / length);
      }
      for (let row = 0; row < dimensions; row++, at++) {
        const first = (n * dimensions + row) * (dimensions + 1);
        let sum = theta.data[first + dimensions];
        for (let axis = 0; axis < dimensions; axis++) sum += theta.data[first + axis] * base[axis];
        data[at] = sum;
      }
    }
  }
  return { shape, data };
}
