import {
  type Capabilities,
  type CropBackend,
  type ImageDtype,
  type SampleAttrs,
  writeBoxGradients,
  writeThetas,
} from '@cropgrad/core/backend';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { CropModule, type KernelExport } from './crop-module.js';
import type { Problem } from './problem.js';
import { type HeapArray, isHeld, mayAllocate, outOfMemory, type TfjsHeap } from './tfjs-heap.js';

/**
 * The crop kernels of tfjs's `wasm` backend: everything of the contract, in place on its heap. Coordinates and weights
 * are float64, pixels float32. They run in the build that is fastest here, unless `createModule` makes another one.
 */
export function createWasmBackend(
  createModule: (heap: TfjsHeap) => CropModule = (heap) => new CropModule(heap),
): CropBackend<BackendWasm, Capabilities> {
  const modules = new WeakMap<BackendWasm['wasm'], CropModule>();

  function run(
    backend: BackendWasm,
    name: KernelExport,
    shape: readonly number[],
    inputs: readonly TensorInfo[],
    problem: Problem,
  ): TensorInfo {
    let module = modules.get(backend.wasm);
    if (!module) {
      module = createModule(tfjsHeap(backend));
      modules.set(backend.wasm, module);
    }
    const output = makeOutput(backend, shape, resultDtype(problem));
    try {
      const tensors = [output, ...inputs].map((info) => heapArray(backend, info));
      module.run(name, tensors, problem);
    } catch (error) {
      backend.disposeData(output.dataId);
      throw error;
    }
    return output;
  }

  return {
    contract: 2,
    tfBackend: 'wasm',
    capabilities: {
      sampling: [
        {
          modes: ['bilinear', 'nearest', 'bicubic'],
          paddingModes: ['zeros', 'border', 'reflection', 'wrap'],
          dimensions: [2, 3],
          points: ['grid', 'affine', 'perspective'],
          antialias: true,
        },
      ],
      dataFormats: ['NHWC', 'NCHW'],
      imageDtypes: ['float32', 'int32', 'bool'],
      precision: 'f32',
      syncReads: true,
      order: 2,
      // Nearest copies pixels; all else blends them in float32, which larger ones are rounded to as they are read.
      exactIntegers: 2 ** 31,
    },
    kernels: {
      AffineGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
        run(backend, 'affineGrid', shape, [theta], { size, crops: theta.shape[0], alignCorners }),
      AffineGridGradTheta: ({ inputs: { dgrid }, attrs: { size, alignCorners }, backend, shape }) =>
        run(backend, 'affineGridGradTheta', shape, [dgrid], { size, crops: dgrid.shape[0], alignCorners }),
      GridSample: ({ inputs: { image, grid }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, image.shape, image.dtype, grid.shape.slice(1, -1));
        return run(backend, 'gridSample', shape, [image, grid], problem);
      },
      GridSampleGradImage: ({ inputs: { dy, grid }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, shape, 'float32', grid.shape.slice(1, -1));
        return run(backend, 'gridSampleGradImage', shape, [dy, grid], problem);
      },
      GridSampleGradGrid: ({ inputs: { dy, image, grid }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, image.shape, image.dtype, shape.slice(1, -1));
        return run(backend, 'gridSampleGradGrid', shape, [dy, image, grid], problem);
      },
      GridSampleJvp: ({ inputs: { image, grid, tangent }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, image.shape, image.dtype, grid.shape.slice(1, -1));
        return run(backend, 'gridSampleJvp', shape, [image, grid, tangent], problem);
      },
      GridSampleJvpGradImage: ({ inputs: { dy, grid, tangent }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, shape, 'float32', grid.shape.slice(1, -1));
        return run(backend, 'gridSampleJvpGradImage', shape, [dy, grid, tangent], problem);
      },
      GridSampleJvpGradGrid: ({ inputs: { dy, image, grid, tangent }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, image.shape, image.dtype, shape.slice(1, -1));
        return run(backend, 'gridSampleJvpGradGrid', shape, [dy, image, grid, tangent], problem);
      },
      AffineSample: ({ inputs: { image, theta }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, image.shape, image.dtype, attrs.size);
        return run(backend, 'affineSample', shape, [image, theta], problem);
      },
      AffineSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, shape, 'float32', attrs.size);
        return run(backend, 'affineSampleGradImage', shape, [dy, theta], problem);
      },
      AffineSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, image.shape, image.dtype, attrs.size);
        return run(backend, 'affineSampleGradTheta', shape, [dy, image, theta], problem);
      },
      PerspectiveGrid: ({ inputs: { theta }, attrs: { size, alignCorners }, backend, shape }) =>
        run(backend, 'perspectiveGrid', shape, [theta], { size, crops: theta.shape[0], alignCorners }),
      PerspectiveGridGradTheta: ({ inputs: { dgrid, theta }, attrs: { size, alignCorners }, backend, shape }) =>
        run(backend, 'perspectiveGridGradTheta', shape, [dgrid, theta], { size, crops: theta.shape[0], alignCorners }),
      PerspectiveSample: ({ inputs: { image, theta }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, image.shape, image.dtype, attrs.size);
        return run(backend, 'perspectiveSample', shape, [image, theta], problem);
      },
      PerspectiveSampleGradImage: ({ inputs: { dy, theta }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, shape, 'float32', attrs.size);
        return run(backend, 'perspectiveSampleGradImage', shape, [dy, theta], problem);
      },
      PerspectiveSampleGradTheta: ({ inputs: { dy, image, theta }, attrs, backend, shape }) => {
        const problem = sampleProblem(attrs, image.shape, image.dtype, attrs.size);
        return run(backend, 'perspectiveSampleGradTheta', shape, [dy, image, theta], problem);
      },
      BoxToTheta: ({ inputs: { boxes }, backend, shape }) =>
        written(backend, shape, boxes, (theta, values) => writeThetas(theta, values, shape[1])),
      BoxToThetaGradBoxes: ({ inputs: { dtheta }, backend, shape }) =>
        written(backend, shape, dtheta, (dboxes, values) => writeBoxGradients(dboxes, values, shape[1] / 2)),
    },
  };
}

/** The crop kernels of tfjs's `wasm` backend, in the build that runs fastest here. */
export const wasmBackend: CropBackend<BackendWasm, Capabilities> = createWasmBackend();

function sampleProblem(
  attrs: SampleAttrs,
  imageShape: readonly number[],
  dtype: TensorInfo['dtype'],
  size: readonly number[],
): Problem {
  const imageDtype = dtype as ImageDtype; // core lets no other through
  return {
    size,
    crops: attrs.imageIndex.length,
    alignCorners: attrs.alignCorners,
    sample: { attrs, imageShape, imageDtype },
  };
}

/** The emscripten module of a tfjs backend, whose type needs global types that only tfjs itself has. */
function tfjsHeap(backend: BackendWasm): TfjsHeap {
  return backend.wasm as unknown as TfjsHeap;
}

/** Nearest gives back pixels as they are; everything else is float32, and so is the image whose gradient is asked for. */
function resultDtype({ sample }: Problem): ImageDtype {
  return sample?.attrs.mode === 'nearest' ? sample.imageDtype : 'float32';
}

/** An uninitialised tensor on the heap. */
function makeOutput(backend: BackendWasm, shape: readonly number[], dtype: ImageDtype): TensorInfo {
  const bytes = util.sizeFromShape([...shape]) * util.bytesPerElement(dtype);
  if (!mayAllocate(tfjsHeap(backend), bytes)) throw outOfMemory(bytes);
  return backend.makeOutput([...shape], dtype);
}

/** A tensor that JavaScript writes from another one: for a few numbers, this is faster than to call a module. */
function written(
  backend: BackendWasm,
  shape: readonly number[],
  input: TensorInfo,
  write: (output: Float32Array, input: Float32Array) => void,
): TensorInfo {
  // Where the input is on another backend, looking for it brings it here, which may let the heap grow.
  const from = heapArray(backend, input);
  const output = makeOutput(backend, shape, 'float32');
  const heap = tfjsHeap(backend);
  const to = heapArray(backend, output);
  const lost = [to, from].find((array) => !isHeld(heap, array));
  if (lost) {
    backend.disposeData(output.dataId);
    throw outOfMemory(lost.bytes);
  }
  write(heapFloats(heap, to), heapFloats(heap, from));
  return output;
}

function heapFloats({ HEAPU8 }: TfjsHeap, { at, bytes }: HeapArray): Float32Array {
  return new Float32Array(HEAPU8.buffer, at, bytes / 4);
}

function heapArray(backend: BackendWasm, { dataId, shape, dtype }: TensorInfo): HeapArray {
  return { at: backend.getMemoryOffset(dataId), bytes: util.sizeFromShape(shape) * util.bytesPerElement(dtype) };
}
