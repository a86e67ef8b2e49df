import {
  affineGrid,
  affineSample,
  type BoxesInput,
  boxToTheta,
  type CropOptions,
  coverage,
  crop,
  cropQuads,
  type GridOptions,
  gridSample,
  gridSampleJvp,
  type Input4D,
  type Input5D,
  pasteCrop,
  perspectiveGrid,
  perspectiveSample,
  type QuadsInput,
  quadToTheta,
  type SampleOptions,
  type Size2D,
  type Size3D,
  type ThetaInput,
  transformPoints,
} from '@cropgrad/core';
import { type CropBackend, registerCropBackend } from '@cropgrad/core/backend';
import type { Rank, Tensor1D, Tensor2D, Tensor3D, Tensor4D, Tensor5D, Variable } from '@tensorflow/tfjs-core';
import { expectTypeOf, test } from 'vitest';

declare const image: Tensor4D;
declare const volume: Tensor5D;
declare const boxes: Tensor2D;
declare const variable: Variable<Rank.R2>;
declare const theta: Tensor3D;
declare const grid3d: Tensor5D;

test('an image gives an image, a volume a volume', () => {
  expectTypeOf(crop(image, boxes, [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(crop(volume, boxes, [2, 2, 2])).toEqualTypeOf<Tensor5D>();
  expectTypeOf(crop(image, variable, [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(crop([[[[1]]]], [[-1, -1, 1, 1]], [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(crop([[[[[1]]]]], [[-1, -1, -1, 1, 1, 1]], [2, 2, 2])).toEqualTypeOf<Tensor5D>();
  expectTypeOf(affineSample(volume, theta, [2, 2, 2])).toEqualTypeOf<Tensor5D>();
  expectTypeOf(affineGrid(theta, [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(affineGrid(theta, [2, 2, 2])).toEqualTypeOf<Tensor5D>();
  expectTypeOf(gridSample(volume, grid3d)).toEqualTypeOf<Tensor5D>();
  expectTypeOf(boxToTheta(boxes)).toEqualTypeOf<Tensor3D>();
  expectTypeOf(perspectiveSample(image, theta, [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(perspectiveGrid(theta, [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(cropQuads(image, theta, [2, 2], { mode: 'nearest' })).toEqualTypeOf<Tensor4D>();
  expectTypeOf(quadToTheta(theta)).toEqualTypeOf<Tensor3D>();
  expectTypeOf(transformPoints(theta, [[[0, 0]]])).toEqualTypeOf<Tensor3D>();
  expectTypeOf(gridSample(image, theta)).toEqualTypeOf<Tensor3D>();
  expectTypeOf(gridSample(image, [[[0, 0]]])).toEqualTypeOf<Tensor3D>();
  expectTypeOf(gridSampleJvp(image, theta, theta)).toEqualTypeOf<Tensor3D>();
  expectTypeOf(coverage(boxes, [8, 8], [2, 2])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(coverage(theta, [8, 8, 8], [2, 2, 2], { antialias: true })).toEqualTypeOf<Tensor5D>();
  expectTypeOf(coverage(image, [8, 8])).toEqualTypeOf<Tensor4D>();
  expectTypeOf(pasteCrop(image, boxes, [8, 8]).alpha).toEqualTypeOf<Tensor4D>();
  expectTypeOf(pasteCrop(volume, theta, [8, 8, 8]).image).toEqualTypeOf<Tensor5D>();
});

test('options of a crop', () => {
  const fill: Tensor1D = variable.as1D();
  const options: CropOptions = { antialias: { widen: 4 }, outside: 'fill', cubicCoefficient: -0.5, fillValue: fill };
  crop(image, boxes, [2, 2], options);
  cropQuads(image, theta, [2, 2], { antialias: true, fillValue: [0, 0.5, 1] });
  gridSample(image, image, { fillValue: variable.flatten(), outside: 'fill' });
  const widened = { mode: 'bicubic', cubicCoefficient: -0.5, antialias: true, outside: 'fill' };
  perspectiveSample(image, theta, [2, 2], widened);
  affineSample(image, theta, [2, 2], widened);
});

test('functions around ours, in terms of the exported types', () => {
  const cropped = (i: Input4D, b: BoxesInput, s: Size2D, o?: SampleOptions): Tensor4D => crop(i, b, s, o);
  const sampled = (i: Input5D, t: ThetaInput, s: Size3D, o?: SampleOptions): Tensor5D => affineSample(i, t, s, o);
  const straightened = (i: Input4D, q: QuadsInput, s: Size2D, o?: SampleOptions): Tensor4D => cropQuads(i, q, s, o);
  straightened(image, theta, [2, 2]);
  const read = (i: Input4D, g: Input4D, o?: SampleOptions): Tensor4D => gridSample(i, g, o);
  const points = (t: ThetaInput, s: Size2D, o?: GridOptions): Tensor4D => affineGrid(t, s, o);
  const either = (i: Tensor4D | Tensor5D, s: number[]): Tensor4D | Tensor5D => crop(i, boxes, s);
  read(cropped(image, boxes, [2, 2]), points(theta, [2, 2]));
  either(sampled(volume, theta, [2, 2, 2]), [2, 2, 2]);
});

test('functions around ours that are generic', () => {
  const cropped = <I extends Tensor4D, B extends Tensor2D, S extends Size2D>(i: I, b: B, s: S): Tensor4D =>
    crop(i, b, s);
  const square = <I extends Tensor4D>(i: I, side: number): Tensor4D => crop(i, boxes, [side, side]);
  const read = <G extends Tensor4D, O extends SampleOptions>(g: G, o: O): Tensor4D => gridSample(image, g, o);
  read(cropped(image, variable, [2, 2]), { mode: 'nearest' });
  square(image, 2);
});

test('arguments of type any', () => {
  // biome-ignore lint/suspicious/noExplicitAny: JSON.parse and untyped packages give it
  const anything: any = JSON.parse('[]');
  expectTypeOf(crop(anything, anything, [2, 2], anything)).toEqualTypeOf<Tensor4D>();
  expectTypeOf(crop(image, boxes, anything)).toEqualTypeOf<Tensor4D>();
});

test('half a backend does not compile', () => {
  // @ts-expect-error a backend needs its required kernels
  registerCropBackend({ tfBackend: 'x', capabilities: {} as CropBackend['capabilities'], kernels: {} });
});
