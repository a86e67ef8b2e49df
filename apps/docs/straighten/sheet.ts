import '@cropgrad/backend-cpu';
import { composeTheta, crop, cropQuads, perspectiveSample, quadToTheta } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';

/** Four corners in pixels of the photo, (x, y) each, from the top left clockwise as the page is read. */
export type Corners = readonly (readonly [x: number, y: number])[];

/** Where somebody clicked. */
export const CLICKED: Corners = [
  [222, 108],
  [551, 51],
  [676, 521],
  [110, 530],
];

/** The straightened page is so many pixels high and wide: a sheet of A4. */
export const PAGE_SIZE = [420, 297] as const;

/** What the fit looks at: the page, and a fourth of it around it, in so many pixels a side. */
const AROUND = 1.25;
const SIDE = 64;

/** A photo of a sheet of paper: what is seen of it at four corners, and which way they should go. */
export interface Sheet {
  width: number;
  height: number;
  /** The page as it is at these corners. */
  straightened(corners: Corners): Promise<ImageData>;
  /** How each corner, in pixels, changes how unlike paper on the ground the page and its surroundings are. */
  gradient(corners: Corners): Promise<[x: number, y: number][]>;
  /** Moves the corners to where the paper ends, and calls `onStep` on the way; it ends early where that says false. */
  refine(corners: Corners, onStep: (corners: Corners) => Promise<boolean>): Promise<void>;
}

/** From blurred photos, which pull from far away, to the sharp one, which says where exactly. */
const LEVELS = [
  { halvings: 3, rate: 0.01 },
  { halvings: 2, rate: 0.005 },
  { halvings: 1, rate: 0.002 },
  { halvings: 0, rate: 0.0007 },
];
const STEPS = 30;

/** Reads the photo's pixels. Its tensors are kept as long as the page is open. */
export async function openSheet(pixels: ImageData): Promise<Sheet> {
  await tf.setBackend('cpu');
  const { width, height } = pixels;
  const photo = tf.tidy(() => tf.expandDims<tf.Tensor4D>(tf.div<tf.Tensor3D>(tf.browser.fromPixels(pixels), 255)));
  const grey = tf.tidy(() => tf.mean<tf.Tensor4D>(photo, 3, true));
  const halved = LEVELS.map(({ halvings }) => halve(grey, halvings));
  const { isPaper, counts } = bandOfMargin();
  const normalised = (corners: Corners): tf.Tensor3D =>
    tf.tensor3d([corners.map(([x, y]) => [(2 * x) / width - 1, (2 * y) / height - 1])]);
  const inPixels = (quad: ArrayLike<number>): [x: number, y: number][] =>
    [0, 2, 4, 6].map((at) => [((quad[at] + 1) / 2) * width, ((quad[at + 1] + 1) / 2) * height]);

  /** The gradient of the squared differences, without tfjs's own gradients: dy is written out. */
  function slope(seenIn: tf.Tensor4D, quad: tf.Tensor3D): tf.Tensor3D {
    return tf.tidy(() => {
      const around = [[[AROUND, 0, 0] as const, [0, AROUND, 0] as const]];
      const look = (q: tf.Tensor): tf.Tensor4D =>
        perspectiveSample(seenIn, composeTheta(quadToTheta(q as tf.Tensor3D), around), [SIDE, SIDE], {
          paddingMode: 'border',
        });
      const dy = tf.mul(tf.mul(tf.sub(look(quad), isPaper), counts), 2);
      return tf.grad(look)(quad, dy) as tf.Tensor3D;
    });
  }

  async function numbers(make: () => tf.Tensor): Promise<Float32Array> {
    const made = tf.tidy(make);
    const values = await made.data<'float32'>();
    made.dispose();
    return values;
  }

  return {
    width,
    height,
    async straightened(corners) {
      const page = tf.tidy(() => {
        const cropped = cropQuads(photo, normalised(corners), [...PAGE_SIZE], { antialias: true });
        return tf.squeeze<tf.Tensor3D>(tf.clipByValue(cropped, 0, 1), [0]);
      });
      const values = await tf.browser.toPixels(page);
      page.dispose();
      return new ImageData(new Uint8ClampedArray(values), PAGE_SIZE[1], PAGE_SIZE[0]);
    },
    async gradient(corners) {
      const values = await numbers(() => slope(halved[1], normalised(corners)));
      return [0, 2, 4, 6].map((at) => [(2 * values[at]) / width, (2 * values[at + 1]) / height]);
    },
    async refine(corners, onStep) {
      const quad = tf.variable(normalised(corners));
      try {
        for (const [level, { rate }] of LEVELS.entries()) {
          const adam = tf.train.adam(rate);
          for (let step = 0; step < STEPS; step++) {
            const gradient = slope(halved[level], quad);
            adam.applyGradients([{ name: quad.name, tensor: gradient }]);
            gradient.dispose();
            const goesOn = await onStep(inPixels(await quad.data()));
            if (!goesOn) return adam.dispose();
          }
          adam.dispose();
        }
      } finally {
        quad.dispose();
      }
    },
  };
}

/** What paper on a dark ground looks like, and the weights of the margin and of what is around; print does not count. */
function bandOfMargin(): { isPaper: tf.Tensor4D; counts: tf.Tensor4D } {
  const far = Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [v, u] = [Math.floor(at / SIDE), at % SIDE].map((k) => AROUND * ((2 * k + 1) / SIDE - 1));
    return Math.max(Math.abs(u), Math.abs(v));
  });
  const pixel = (2 * AROUND) / SIDE;
  const shape: [number, number, number, number] = [1, SIDE, SIDE, 1];
  const paper = far.map((d) => 0.2 + 0.65 * Math.min(Math.max((1 - d) / pixel + 0.5, 0), 1));
  const counts = far.map((d) => Number(d > 0.84));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    isPaper: tf.tensor4d(paper, shape),
    counts: tf.tensor4d(
      counts.map((count) => count / total),
      shape,
    ),
  };
}

function halve(image: tf.Tensor4D, times: number): tf.Tensor4D {
  if (times === 0) return image;
  const [, height, width] = image.shape;
  return halve(crop(image, [[-1, -1, 1, 1]], [Math.ceil(height / 2), Math.ceil(width / 2)]), times - 1);
}
