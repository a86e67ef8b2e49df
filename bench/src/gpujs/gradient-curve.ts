import { thetaOfBoxes } from '../boxes.js';
import { uniform } from '../images.js';
import { kernelAttrs } from '../kernel-attrs.js';
import type { NpyArray } from '../npy.js';
import { median } from '../statistics.js';
import type { Workload } from '../workloads.js';
import type { Contender } from './contender.js';

/** The image gradient of ever more crops that share one image. */
export interface CurvePoint {
  contender: string;
  /** The side of the image, in pixels. */
  side: number;
  /** How many samples all crops have together. */
  samples: number;
  ms: number;
}

const CROP_SIDE = 32;
/** Every crop covers this many pixels of the image along each axis, whatever the image's size. */
const COVERED = 48;
const DEGREES = 20;

/** How many crops share an image, and the sides of the images. */
export interface CurvePlan {
  crops: readonly number[];
  sides: readonly number[];
  rounds: number;
}

/** Calls of less than this are repeated until they fill it. */
const BUDGET_MS = 20;

/** Times the image gradient over numbers of crops and sizes of the image: the median of several rounds over all of them. */
export async function gradientCurve(contender: Contender, { crops, sides, rounds }: CurvePlan): Promise<CurvePoint[]> {
  const points = sides.flatMap((side) => crops.map((count) => ({ side, count, times: [] as number[] })));
  for (let round = 0; round < rounds; round++) {
    for (const { side, count, times } of points) times.push(await timeGradient(contender, side, count));
  }
  return points.map(({ side, count, times }) => ({
    ...{ contender: contender.name, side, samples: count * CROP_SIDE ** 2, ms: median(times) },
  }));
}

async function timeGradient(contender: Contender, side: number, crops: number): Promise<number> {
  const imageSize = [side, side];
  const size = [CROP_SIDE, CROP_SIDE];
  const workload: Workload = { name: '', title: '', images: 1, channels: 1, imageSize, crops, size, degrees: DEGREES };
  const theta = thetaOfBoxes(scatteredBoxes(side, crops), workload);
  const dyShape = [crops, ...size, 1];
  const dy = { shape: dyShape, data: uniform(dyShape, 0.5, 1.5, 2) };
  const attrs = kernelAttrs(workload, [1, ...imageSize, 1], 'NHWC');
  const inputs = { dy: contender.write(dy), theta: contender.write(theta) };
  await contender.upload(Object.values(inputs));
  const once = async (): Promise<number> => {
    const start = performance.now();
    const result = contender.run('AffineSampleGradImage', inputs, attrs);
    await contender.wait();
    const ms = performance.now() - start;
    contender.dispose([result]);
    return ms;
  };
  await once(); // compiles, where a new length needs it
  const times = [await once()];
  for (let spent = times[0]; spent < BUDGET_MS; spent += times[times.length - 1]) times.push(await once());
  contender.dispose(Object.values(inputs));
  return median(times);
}

/** Boxes of one size in pixels, anywhere on the image. */
function scatteredBoxes(side: number, crops: number): NpyArray {
  const half = COVERED / side;
  const centres = uniform([crops, 2], half - 1, 1 - half, 1);
  const data = Float32Array.from({ length: crops * 4 }, (_, k) => {
    const [n, edge] = [Math.floor(k / 4), k % 4];
    return centres[2 * n + (edge % 2)] + (edge < 2 ? -half : half);
  });
  return { shape: [crops, 4], data };
}
