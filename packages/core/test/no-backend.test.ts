import { boxToTheta, crop } from '@cropgrad/core';
import { expect, it } from 'vitest';

it('without any tfjs backend, every function says so and what to import', () => {
  for (const call of [() => crop([[[[1]]]], [[-1, -1, 1, 1]], [2, 2]), () => boxToTheta([[-1, -1, 1, 1]])]) {
    expect(call).toThrow(/No backend found.*Import one.*@cropgrad\/backend-cpu.*NO_BACKEND/);
  }
});
