import { boxToTheta, crop } from '@cropgrad/core';
import { KERNEL_PREFIX } from '@cropgrad/core/backend';
import { getGradient } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';

it('without any tfjs backend, every function says so and what to import', () => {
  for (const call of [() => crop([[[[1]]]], [[-1, -1, 1, 1]], [2, 2]), () => boxToTheta([[-1, -1, 1, 1]])]) {
    expect(call).toThrow(/No backend found.*Import one.*@cropgrad\/backend-cpu.*NO_BACKEND/);
  }
});

it('importing core registers nothing with tfjs: the gradients come with the first backend', async () => {
  expect(getGradient(`${KERNEL_PREFIX}GridSample`)).toBeUndefined();
  await import('@cropgrad/backend-cpu');
  expect(getGradient(`${KERNEL_PREFIX}GridSample`)).toBeDefined();
});
