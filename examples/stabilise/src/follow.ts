import { boxToTheta, composeTheta } from '@cropgrad/core';
import { register } from '@cropgrad/register';
import { concat, dispose, slice, type Tensor3D, type Tensor4D, tidy } from '@tensorflow/tfjs-core';

/**
 * Where what the first frame shows is in each of the frames [N,h,w,C]: thetas [N,2,3] from points of the first one. Each frame is
 * registered to the one before, all pairs in one call, and the maps are chained. Throws where a frame does not show what the one before does.
 */
export async function follow(frames: Tensor4D): Promise<Tensor3D> {
  const [count, ...size] = frames.shape;
  const pairs = [count - 1, ...size] as const;
  const [before, after] = [0, 1].map((first) => slice(frames, [first, 0, 0, 0], [...pairs]));
  const steps = await register(after, before, { model: 'similarity' });
  dispose([before, after]);
  try {
    for (const [n, { reason }] of steps.entries()) {
      if (reason !== null) throw new Error(`Frame ${n + 1} does not follow frame ${n}: '${reason}'`);
    }
    return tidy(() => {
      const path = [boxToTheta([[-1, -1, 1, 1]])];
      for (const { theta } of steps) path.push(composeTheta(theta, path[path.length - 1]));
      return concat(path);
    });
  } finally {
    dispose(steps.map(({ theta }) => theta));
  }
}
