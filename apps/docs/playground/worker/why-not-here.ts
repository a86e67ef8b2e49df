import type { BackendName } from '../backends.js';

/** What a browser has, as far as backends ask for it. */
interface Browser {
  /** Undefined where there is no WebGPU. */
  gpu?: { requestAdapter(): Promise<unknown> };
  /** Makes a canvas that needs no page; undefined where there is none. */
  OffscreenCanvas?: new (
    width: number,
    height: number,
  ) => { getContext(kind: 'webgl2'): unknown };
}

/** Why a backend cannot start in a browser, as far as that can be known before it is fetched; undefined where it may. */
export async function whyNotHere(
  name: BackendName,
  { gpu, OffscreenCanvas }: Browser = thisBrowser(),
): Promise<string | undefined> {
  if (name === 'webgpu') {
    if (!gpu) return 'this browser has no WebGPU, or gives it to no page without https. Choose webgl.';
    const adapter = await gpu.requestAdapter().catch(() => null);
    return adapter ? undefined : 'there is no WebGPU adapter: the browser has no GPU that it can use. Choose webgl.';
  }
  if (name === 'webgl') {
    if (!OffscreenCanvas)
      return 'this browser has no OffscreenCanvas, and the playground runs in a worker. Choose wasm.';
    const context = new OffscreenCanvas(1, 1).getContext('webgl2');
    return context
      ? undefined
      : 'there is no WebGL 2, as the browser has no GPU for it, or has it turned off. Choose wasm.';
  }
  return undefined;
}

function thisBrowser(): Browser {
  return {
    ...('gpu' in navigator && { gpu: navigator.gpu }),
    ...('OffscreenCanvas' in globalThis && { OffscreenCanvas }),
  };
}
