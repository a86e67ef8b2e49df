import { CropError } from '../errors.js';

/** The error for a second derivative that there is no kernel for: `UNSUPPORTED`. */
export function notDifferentiableTwice(what: string): CropError {
  return new CropError('UNSUPPORTED', {
    what,
    got: 'a gradient of a gradient',
    expected: 'a first derivative, or a gradient of the gradient by the image',
    next: 'Take the gradient by boxes, thetas and grids once, outside any other tf.grad',
  });
}
