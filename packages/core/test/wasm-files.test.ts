import '@cropgrad/backend-wasm';
import { crop } from '@cropgrad/core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

beforeAll(async () => {
  // tfjs says what went wrong on the console alone.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  setWasmPaths('/nowhere/');
  expect(await tf.setBackend('wasm')).toBe(false);
});
afterAll(() => vi.restoreAllMocks());

it("where tfjs's .wasm files are not found, the error names setWasmPaths", () => {
  expect(() => crop([[[[1]]]], [[-1, -1, 1, 1]], [2, 2])).toThrow(/tf\.setBackend\('wasm'\).*setWasmPaths.*NO_BACKEND/);
});

it('and so it does where another backend, without our kernels, took over', async () => {
  await import('@tensorflow/tfjs-backend-cpu');
  await tf.setBackend('cpu');
  expect(() => crop([[[[1]]]], [[-1, -1, 1, 1]], [2, 2])).toThrow(
    /none for 'cpu'.*tf\.setBackend\('wasm'\).*setWasmPaths/,
  );
});
