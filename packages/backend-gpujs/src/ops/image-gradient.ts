import { CropError } from '@cropgrad/core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { DeviceArray } from '../device/device.js';
import type { KernelSource } from '../device/kernel-source.js';
import type { GpuJsBackend } from '../gpujs-backend.js';
import type { Points } from '../points/point-source.js';
import { countOf, extentsOf, type SampleProblem, variantOf } from '../problem.js';
import { cellImageGradientSource } from '../ways/cells/image-gradient-source.js';
import { cellLists } from '../ways/cells/plan.js';
import { listedImageGradientSource } from '../ways/lists/image-gradient-source.js';
import { pointLists } from '../ways/lists/plan.js';
import { stripImageGradientSource } from '../ways/strips/image-gradient-source.js';
import { tileLists } from '../ways/strips/plan.js';
import { filteredDySource } from './filtered-dy-source.js';

/** What an image's gradient is computed of. */
export interface ImageGradientInputs {
  readonly dy: TensorInfo;
  readonly points: Points;
  /** The theta or the grid. */
  readonly pointsInfo: TensorInfo;
  /** What the points of a grid move along, if it is the gradient of a derivative along it. */
  readonly tangent?: TensorInfo | undefined;
  /** How many images there are. */
  readonly images: number;
}

/**
 * dy, points → dimage. gpu.js cannot scatter, so each pixel gathers from the points that read it. Under a theta it finds
 * them by strips of coordinates; in a grid, in perspective, and where strips would not pay, they are sorted by pixel on the
 * host. Either way the cost follows the numbers of points and pixels, not their product.
 */
export function imageGradient(backend: GpuJsBackend, problem: SampleProblem, inputs: ImageGradientInputs): DeviceArray {
  if (problem.attrs.antialias) return gradientByCells(backend, problem, inputs);
  return gradientByStrips(backend, problem, inputs) ?? gradientByLists(backend, problem, inputs);
}

/** By strips around each pixel; undefined for grids and perspective, and for thetas under which it would not pay. */
export function gradientByStrips(
  backend: GpuJsBackend,
  problem: SampleProblem,
  inputs: ImageGradientInputs,
): DeviceArray | undefined {
  if (inputs.points !== 'theta') return undefined;
  const lists = tileLists(hostValues(backend, inputs), problem, inputs.images, backend.device.maxLength);
  if (!lists) return undefined;
  const { tileStarts, tileCrops, numbers } = lists;
  const source = stripImageGradientSource(variantOf(problem, inputs.points));
  return gather(
    backend,
    problem,
    { ...inputs, dy: backend.onDevice(inputs.dy) },
    source,
    { tileStarts, tileCrops },
    numbers,
  );
}

/** By a list of points for each pixel. */
export function gradientByLists(
  backend: GpuJsBackend,
  problem: SampleProblem,
  inputs: ImageGradientInputs,
): DeviceArray {
  const { maxLength } = backend.device;
  const lists = pointLists(inputs.points, hostValues(backend, inputs), problem, inputs.images, maxLength);
  if (!lists) {
    throw new CropError('OUT_OF_MEMORY', {
      what: 'gpujs: the gradient of an image',
      got: `more than ${maxLength} taps`,
      expected: `at most ${maxLength}`,
      next: 'Make fewer or smaller crops at a time, or use @cropgrad/backend-wasm or @cropgrad/backend-cpu',
    });
  }
  const { starts, listed } = lists;
  const source = listedImageGradientSource(variantOf(problem, inputs.points), inputs.tangent !== undefined);
  return gather(backend, problem, { ...inputs, dy: backend.onDevice(inputs.dy) }, source, { starts, listed }, {});
}

/** By a list of outputs for each cell of the image, for antialiased crops. */
function gradientByCells(backend: GpuJsBackend, problem: SampleProblem, inputs: ImageGradientInputs): DeviceArray {
  const { device } = backend;
  const { points, pointsInfo, dy, images } = inputs;
  if (points === 'grid') throw new Error('The points of a grid have no footprint');
  const variant = variantOf(problem, points);
  const { starts, listed, numbers } = cellLists(points, hostValues(backend, inputs), problem, images, device.maxLength);
  const arrays = { dy: backend.onDevice(dy), [points]: backend.onDevice(pointsInfo) };
  const filteredDy = device.run(filteredDySource(variant), arrays, problem.numbers, problem.points * problem.channels);
  try {
    return gather(
      backend,
      problem,
      { ...inputs, dy: filteredDy },
      cellImageGradientSource(variant),
      { starts, listed },
      numbers,
    );
  } finally {
    device.free(filteredDy);
  }
}

/** The theta or the grid on the host: what tfjs's own ops made is there already, else this is a download. */
function hostValues(backend: GpuJsBackend, { pointsInfo }: ImageGradientInputs): Float32Array {
  return backend.readSync(pointsInfo.dataId) as Float32Array;
}

function gather(
  backend: GpuJsBackend,
  { imageSize, channels, numbers }: SampleProblem,
  { dy, points, pointsInfo, tangent, images }: Omit<ImageGradientInputs, 'dy'> & { readonly dy: DeviceArray },
  source: KernelSource,
  lists: Readonly<Record<string, Float32Array>>,
  listNumbers: Readonly<Record<string, number>>,
): DeviceArray {
  const { device } = backend;
  const length = images * countOf(extentsOf(imageSize)) * channels;
  const uploads = Object.entries(lists).map(([name, list]) => [name, device.upload(list)] as const);
  try {
    const arrays = {
      dy,
      [points]: backend.onDevice(pointsInfo),
      ...(tangent && { tangent: backend.onDevice(tangent) }),
      ...Object.fromEntries(uploads),
    };
    return device.run(source, arrays, { ...numbers, ...listNumbers }, length);
  } finally {
    for (const [, list] of uploads) device.free(list);
  }
}
