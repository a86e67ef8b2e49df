import { compile } from '../src/build.js';
import { CropModule } from '../src/crop-module.js';
import type { HeapArray } from '../src/tfjs-heap.js';
import type { SampleCase } from './sample-case.js';

/** Where the heap's next block begins; nothing is ever freed but all at once. */
let next = 0;
const memory = new WebAssembly.Memory({ shared: true, initial: 1024, maximum: 65_536 });
const heap = {
  HEAPU8: new Uint8Array(memory.buffer),
  wasmMemory: memory,
  _malloc: (bytes: number) => {
    next += Math.ceil(bytes / 16) * 16;
    return next - Math.ceil(bytes / 16) * 16;
  },
  _free: () => {},
};
const crops = new CropModule(heap, compile('sharedSimd'));

/** Samples by grid and by theta with the build for shared memory, which tfjs itself has only in isolated pages. */
export function sampleShared({ attrs, image, imageDtype, grid, theta, dy }: SampleCase): Float32Array[] {
  const { size, alignCorners, imageIndex } = attrs;
  const problem = {
    size,
    crops: imageIndex.length,
    alignCorners,
    sample: { attrs, imageShape: attrs.imageShape, imageDtype },
  };
  return (['gridSample', 'affineSample'] as const).map((name) => {
    next = 16;
    const [from, at, to] = [put(image), put(name === 'gridSample' ? grid : theta), put(dy)];
    crops.run(name, [to, from, at], problem);
    // Nearest gives pixels as they are.
    const dtype = attrs.mode === 'nearest' ? imageDtype : 'float32';
    const Values = { float32: Float32Array, int32: Int32Array, bool: Uint8Array }[dtype];
    return Float32Array.from(new Values(memory.buffer, to.at, dy.length));
  });
}

function put(values: Float32Array | Int32Array | Uint8Array): HeapArray {
  const at = heap._malloc(values.byteLength);
  heap.HEAPU8.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
  return { at, bytes: values.byteLength };
}
