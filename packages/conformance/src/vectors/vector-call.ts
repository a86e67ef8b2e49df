import type { AffineSampleCase, Case, CaseOptions, NdArray, Quantity } from '../case.js';
import { channelsFirst, channelsLast } from '../layout.js';
import { type LinearMap, reordered } from './linear-map.js';
import { toNumber, type Vector, type VectorArray, type VectorFunction, type VectorQuantity } from './vector.js';

/** A quantity of a vector: a quantity of the oracle's case, and how the vector lays it out. */
export interface Asked {
  readonly quantity: Quantity;
  readonly map: LinearMap;
}

/** A vector as a case that the oracle answers. */
export interface VectorCall {
  readonly case: Case;
  readonly asked: Readonly<Partial<Record<VectorQuantity, Asked>>>;
}

/** The case that says what a vector's answers are, in the words of the oracle. */
export function vectorCall(name: VectorFunction, vector: Vector): VectorCall {
  return CALLS[name](vector);
}

const CALLS: Record<VectorFunction, (vector: Vector) => VectorCall> = {
  affine_grid: (vector) => {
    const theta = inputOf(vector, 'theta');
    const c: Case = {
      op: 'affineGrid',
      dimensions: dimensionsOf(sizeOf(vector).length),
      theta,
      size: sizeOf(vector),
      options: { alignCorners: vector.options.align_corners ?? false },
      dy: arrayOf(vector.dy),
    };
    return { case: c, asked: { output: unchanged('output', c.dy.shape), d_theta: unchanged('dTheta', theta.shape) } };
  },
  grid_sample: (vector) => {
    const grid = inputOf(vector, 'grid');
    const [image, dy] = [imageOf(vector), channelsLast(arrayOf(vector.dy))];
    const dimensions = dimensionsOf(grid.shape.length - 2);
    const c: Case = { op: 'gridSample', dimensions, image, grid, options: samplerOf(vector), dy };
    return { case: c, asked: { ...sampled(c), d_grid: unchanged('dGrid', grid.shape) } };
  },
  affine_sample: (vector) => {
    const c = affine(vector, inputOf(vector, 'theta'), sizeOf(vector), samplerOf(vector));
    return { case: c, asked: { ...sampled(c), d_theta: unchanged('dTheta', c.theta.shape) } };
  },
  crop: (vector) => cropCall(vector, samplerOf(vector)),
  antialiased_crop: (vector) => cropCall(vector, { ...samplerOf(vector), antialias: true }),
  perspective_sample: (vector) => {
    const theta = inputOf(vector, 'theta');
    const [image, dy] = [imageOf(vector), channelsLast(arrayOf(vector.dy))];
    const size = sizeOf(vector);
    const c: Case = { op: 'perspectiveSample', dimensions: 2, image, theta, size, options: samplerOf(vector), dy };
    return { case: c, asked: { ...sampled(c), d_theta: unchanged('dTheta', theta.shape) } };
  },
  crop_and_resize: (vector) => {
    const { method = 'bilinear', extrapolation_value = 0 } = vector.options;
    const boxes = inputOf(vector, 'boxes');
    const theta = thetasOf(boxes, ([y1, x1, y2, x2]) => [x2 - x1, 0, x1 + x2 - 1, 0, y2 - y1, y1 + y2 - 1]);
    const c = affine(vector, theta, sizeOf(vector), {
      ...{ mode: method, paddingMode: 'border', alignCorners: true },
      ...{ fillValue: extrapolation_value, cutoff: 0, rounding: 'half-up' },
    });
    // From theta's [xx,xy,x,yx,yy,y] to (y1, x1, y2, x2).
    const chain = boxChain(boxes, [(at) => pair(at + 4, -1, at + 5, 1), (at) => pair(at, -1, at + 2, 1)]);
    return { case: c, asked: { ...sampled(c), d_boxes: { quantity: 'dTheta', map: chain } } };
  },
  image_transform: (vector) => {
    const { mode = 'bilinear', fill_mode = 'constant', fill_value = 0 } = vector.options;
    const paddingMode = ({ constant: 'zeros', nearest: 'border', reflect: 'reflection' } as const)[fill_mode];
    const [image, dy] = [imageOf(vector), channelsLast(arrayOf(vector.dy))];
    const grid = transformedPixels(inputOf(vector, 'transforms'), sizeOf(vector), image.shape);
    const options = { mode, paddingMode, alignCorners: false, fillValue: fill_value };
    const c: Case = { op: 'gridSample', dimensions: 2, image, grid, options, dy };
    return { case: c, asked: sampled(c) };
  },
  roi_align: (vector) => {
    const { spatial_scale = 1, sampling_ratio = 1, aligned = true } = vector.options;
    const boxes = inputOf(vector, 'boxes');
    const [, H, W] = imageOf(vector).shape;
    const shift = aligned ? 0 : 0.5;
    const theta = thetasOf(boxes, ([x, y, x2, y2]) => {
      const along = (near: number, far: number, length: number): [number, number] => {
        const start = near * spatial_scale + shift;
        const reach = aligned ? (far - near) * spatial_scale : Math.max((far - near) * spatial_scale, 1);
        return [reach / length, (2 * start + reach) / length - 1];
      };
      const [[a, tx], [b, ty]] = [along(x, x2, W), along(y, y2, H)];
      return [a, 0, tx, 0, b, ty];
    });
    const [h, w] = sizeOf(vector);
    const dense = [h * sampling_ratio, w * sampling_ratio];
    const dy = spread(channelsLast(arrayOf(vector.dy)), sampling_ratio);
    const options: CaseOptions = { mode: 'bilinear', paddingMode: 'border', alignCorners: false, cutoff: 1 };
    const c: AffineSampleCase = { ...affine(vector, theta, dense, options), dy };
    const chain = boxChain(boxes, [
      (at) => pair(at, -spatial_scale / W, at + 2, spatial_scale / W),
      (at) => pair(at + 4, -spatial_scale / H, at + 5, spatial_scale / H),
    ]);
    const means = { quantity: 'output', map: meansOf(c.dy.shape, sampling_ratio) } as const;
    return { case: c, asked: { ...sampled(c), output: means, d_boxes: { quantity: 'dTheta', map: chain } } };
  },
};

function cropCall(vector: Vector, options: CaseOptions): VectorCall {
  const boxes = inputOf(vector, 'boxes');
  const [image, dy] = [imageOf(vector), channelsLast(arrayOf(vector.dy))];
  const size = sizeOf(vector);
  const c: Case = { op: 'crop', dimensions: dimensionsOf(size.length), image, boxes, size, options, dy };
  return { case: c, asked: { ...sampled(c), d_boxes: unchanged('dBoxes', boxes.shape) } };
}

function affine(vector: Vector, theta: NdArray, size: readonly number[], options: CaseOptions): AffineSampleCase {
  const dimensions = dimensionsOf(size.length);
  return {
    op: 'affineSample',
    dimensions,
    image: imageOf(vector),
    theta,
    size,
    options,
    dy: channelsLast(arrayOf(vector.dy)),
  };
}

/** The crops and the image gradient, laid out [N,C,…]. */
function sampled(c: Exclude<Case, { op: 'affineGrid' }>): { output: Asked; d_image: Asked } {
  return {
    output: { quantity: 'output', map: toChannelsFirst(c.dy.shape) },
    d_image: { quantity: 'dImage', map: toChannelsFirst(c.image.shape) },
  };
}

function toChannelsFirst(shape: readonly number[]): LinearMap {
  const length = shape.reduce((product, axis) => product * axis, 1);
  const moved = channelsFirst({ shape, data: Array.from({ length }, (_, i) => i) });
  return reordered(moved.shape, Array.from(moved.data));
}

function unchanged(quantity: Quantity, shape: readonly number[]): Asked {
  const length = shape.reduce((product, axis) => product * axis, 1);
  return {
    quantity,
    map: reordered(
      shape,
      Array.from({ length }, (_, i) => i),
    ),
  };
}

function samplerOf({ options }: Vector): CaseOptions {
  const { mode = 'bilinear', padding_mode = 'zeros', align_corners = false } = options;
  return { mode, paddingMode: padding_mode, alignCorners: align_corners };
}

function sizeOf({ id, options }: Vector): readonly number[] {
  if (!options.size) throw new Error(`${id}: there is no size among the options`);
  return options.size;
}

function inputOf({ id, inputs }: Vector, name: string): NdArray {
  if (!inputs[name]) throw new Error(`${id}: there is no input ${name}`);
  return arrayOf(inputs[name]);
}

/** The image, laid out [N,…,C]. */
function imageOf(vector: Vector): NdArray {
  return channelsLast(inputOf(vector, 'image'));
}

function arrayOf({ shape, data }: VectorArray): NdArray {
  return { shape, data: data.map(toNumber) };
}

function dimensionsOf(axes: number): 2 | 3 {
  return axes === 3 ? 3 : 2;
}

function thetasOf({ shape, data }: NdArray, thetaOf: (box: readonly number[]) => readonly number[]): NdArray {
  const boxes = Array.from({ length: shape[0] }, (_, n) => Array.from({ length: 4 }, (_, k) => data[4 * n + k]));
  return { shape: [shape[0], 2, 3], data: boxes.flatMap((box) => thetaOf(box)) };
}

type Terms = readonly (readonly [element: number, weight: number])[];

/** The scale's and the shift's gradient, as the near edge's and the far edge's: the far edge adds both, the near one has a minus. */
function pair(scale: number, near: number, shift: number, weight: number): { near: Terms; far: Terms } {
  return {
    near: [
      [scale, near],
      [shift, weight],
    ],
    far: [
      [scale, -near],
      [shift, weight],
    ],
  };
}

/** The gradient of boxes (near, near, far, far) from that of thetas, axis by axis. */
function boxChain({ shape }: NdArray, axes: readonly ((at: number) => { near: Terms; far: Terms })[]): LinearMap {
  const terms = Array.from({ length: shape[0] }, (_, n) => {
    const found = axes.map((axis) => axis(6 * n));
    return [...found.map(({ near }) => near), ...found.map(({ far }) => far)];
  });
  return { shape, terms: terms.flat() };
}

/** Where TensorFlow's eight numbers put each output pixel, as normalised points of the image. */
function transformedPixels(transforms: NdArray, [h, w]: readonly number[], [, H, W]: readonly number[]): NdArray {
  const [N] = transforms.shape;
  const points: number[] = [];
  for (let n = 0; n < N; n++) {
    const [a0, a1, a2, b0, b1, b2, c0, c1] = Array.from({ length: 8 }, (_, k) => transforms.data[8 * n + k]);
    for (let i = 0; i < h; i++) {
      for (let j = 0; j < w; j++) {
        const k = c0 * j + c1 * i + 1;
        const [x, y] = [(a0 * j + a1 * i + a2) / k, (b0 * j + b1 * i + b2) / k];
        points.push((2 * x + 1) / W - 1, (2 * y + 1) / H - 1);
      }
    }
  }
  return { shape: [N, h, w, 2], data: points };
}

/** A gradient [N,h,w,C] of means, as that of the times × times samples of each. */
function spread({ shape: [N, h, w, C], data }: NdArray, times: number): NdArray {
  const shape = [N, h * times, w * times, C];
  const spreaded: number[] = [];
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < h * times; i++) {
      for (let j = 0; j < w * times; j++) {
        const start = ((n * h + Math.floor(i / times)) * w + Math.floor(j / times)) * C;
        for (let c = 0; c < C; c++) spreaded.push(data[start + c] / (times * times));
      }
    }
  }
  return { shape, data: spreaded };
}

/** The means of times × times samples [N,h,w,C], laid out [N,C,h,w]. */
function meansOf([N, h, w, C]: readonly number[], times: number): LinearMap {
  const [rows, columns] = [h / times, w / times];
  const terms: (readonly [number, number])[][] = [];
  for (let n = 0; n < N; n++) {
    for (let c = 0; c < C; c++) {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          const cell: (readonly [number, number])[] = [];
          for (let p = 0; p < times; p++) {
            for (let q = 0; q < times; q++) {
              const sample = (n * h + i * times + p) * w + j * times + q;
              cell.push([sample * C + c, 1 / (times * times)]);
            }
          }
          terms.push(cell);
        }
      }
    }
  }
  return { shape: [N, C, rows, columns], terms };
}
