import { dispose, type Tensor, tidy } from '@tensorflow/tfjs-core';

/**
 * Makes tensors, and gives the numbers of each; all of them are freed, with what they were made from. The numbers do not
 * pass through `tidy`, which looks at every one of them for tensors: that takes far longer than a crop.
 */
export async function numbersOf(make: () => Tensor[]): Promise<Float32Array[]> {
  const made = tidy(make);
  try {
    return await Promise.all(made.map((tensor) => tensor.data<'float32'>()));
  } finally {
    dispose(made);
  }
}
