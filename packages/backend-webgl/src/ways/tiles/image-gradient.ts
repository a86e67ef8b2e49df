import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { ints, together } from '../../device/numbers.js';
import { run } from '../../device/run.js';
import { withImageIndex } from '../../ops/image-of-crop.js';
import { extentsOf, sampleProblem } from '../../problem.js';
import type { SampleCall } from '../../sample-call.js';
import { variantOf } from '../../variant.js';
import { densityGradientSource } from '../strips/filtered-source.js';
import { TILE, tileBoundsSource, tileGradientSource } from './source.js';

/**
 * dy, theta → dimage, with one axis, of antialiased perspective crops, where each output has a filter of its own: outputs are
 * bounded in tiles, and each pixel gathers from the tiles that may read it. Nothing is read back.
 */
export function gradientByTiles(call: SampleCall, dy: TensorInfo): TensorInfo {
  const { backend, attrs, pointsInfo: theta, imageShape, size } = call;
  const problem = sampleProblem(attrs, imageShape, size);
  const variant = variantOf(problem, call);
  const { X, Y } = extentsOf(size);
  const [tilesX, tilesY] = [Math.ceil(X / TILE), Math.ceil(Y / TILE)];
  const crops = attrs.imageIndex.length;
  const numbers = together(problem.numbers, ints({ tilesX, tilesY, crops }));
  const made: TensorInfo[] = [];
  try {
    const byDensity = run(
      backend,
      densityGradientSource(variant),
      { dy, theta },
      problem.numbers,
      util.sizeFromShape(dy.shape),
    );
    made.push(byDensity);
    const bounds = run(backend, tileBoundsSource(variant), { theta }, numbers, crops * tilesY * tilesX * 4);
    made.push(bounds);
    return withImageIndex(backend, attrs.imageIndex, (imageIndex, indexNumbers) => {
      const tensors = { dy: byDensity, theta, bounds, imageIndex };
      const length = util.sizeFromShape([...imageShape]);
      return run(backend, tileGradientSource(variant), tensors, together(numbers, indexNumbers), length);
    });
  } finally {
    for (const tensor of made) backend.disposeIntermediateTensorInfo(tensor);
  }
}
