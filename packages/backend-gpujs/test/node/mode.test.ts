import { affineGrid, CropError } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import gpuJs from 'gpu.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGpuJsBackend, type GpuJsMode, registerGpuJsBackend } from '../../src/index.js';

// Whether or not it is: test/headlessgl has the tests where it is.
beforeEach(() => {
  vi.spyOn(gpuJs.HeadlessGLKernel, 'isSupported', 'get').mockReturnValue(false);
});
afterEach(() => vi.restoreAllMocks());

test('importing the package registers gpujs, in the best mode here', async () => {
  await tf.setBackend('gpujs');
  expect(tf.backend()).toMatchObject({ mode: 'webasm' });
});

test('a mode that does not run here is an error that says why, and what does', () => {
  const error = thrownBy(() => createGpuJsBackend({ mode: 'webgl2' }));
  expect(error).toMatchObject({ code: 'NO_DEVICE', got: "'webgl2', which does not run here: there is no WebGL2 here" });
  expect(error.next).toBe('Choose another: webasm, cpu; or use @cropgrad/backend-cpu');
});

test('headlessgl says what it needs', () => {
  expect(thrownBy(() => createGpuJsBackend({ mode: 'headlessgl' })).message).toMatch(
    /package 'gl' with its native code built, and on Linux a display.*Choose another: webasm, cpu; or use @cropgrad\/backend-cpu.*NO_DEVICE/,
  );
});

test('an unknown mode is refused', () => {
  const mode = 'webgpu' as GpuJsMode;
  expect(thrownBy(() => createGpuJsBackend({ mode }))).toMatchObject({ code: 'INVALID_OPTION', got: 'webgpu' });
});

test("where a page's policy refuses them, webasm and cpu name the directive", () => {
  vi.spyOn(WebAssembly, 'Module').mockImplementation(function refuse() {
    throw new WebAssembly.CompileError('violates the following Content Security Policy directive');
  });
  expect(thrownBy(() => createGpuJsBackend({ mode: 'webasm' })).message).toMatch(
    /script-src must have 'wasm-unsafe-eval'/,
  );
  vi.spyOn(globalThis, 'Function').mockImplementation(function refuse() {
    throw new EvalError('violates the following Content Security Policy directive');
  });
  expect(thrownBy(() => createGpuJsBackend({ mode: 'cpu' })).message).toMatch(/script-src must have 'unsafe-eval'/);
});

test("gpu.js's own fall back to its cpu mode is an error", async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(
    gpuJs.WebAssemblyKernel.prototype as unknown as { translateSource(): boolean },
    'translateSource',
  ).mockReturnValue(false);
  registerGpuJsBackend({ name: 'gpujs-falling', mode: 'webasm' });
  await tf.setBackend('gpujs-falling');
  const error = thrownBy(() =>
    affineGrid(
      [
        [
          [1, 0, 0],
          [0, 1, 0],
        ],
      ],
      [2, 2],
    ),
  );
  expect(error).toMatchObject({ code: 'NO_DEVICE', expected: 'the mode that was asked for' });
  expect(error.got).toMatch(/gpu.js's mode 'cpu'/);
});

function thrownBy(run: () => unknown): CropError {
  try {
    run();
  } catch (error) {
    if (error instanceof CropError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
