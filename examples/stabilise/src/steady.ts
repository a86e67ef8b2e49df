import { affineSample, boxToTheta, composeTheta, invertTheta } from '@cropgrad/core';
import { dispose, type Tensor3D, type Tensor4D, tidy, tile } from '@tensorflow/tfjs-core';
import { follow } from './follow.js';
import { posesOf, thetaOf } from './pose.js';
import { smooth } from './smooth.js';

/** So much of a frame is kept, along each axis: the rest is for the shake. */
const KEPT = 0.84;

/** Frames [N,h,w,C] as a steady camera would have taken them, and through which thetas [N,2,3] they are seen. */
export async function steadied(frames: Tensor4D): Promise<{ frames: Tensor4D; theta: Tensor3D }> {
  const [count, ...size] = frames.shape;
  const path = await follow(frames);
  const steady = smooth(await posesOf(path, size));
  const theta = tidy(() => {
    // From the steady camera to the first frame, and on to where the shaky one saw that.
    const seen = composeTheta(path, invertTheta(thetaOf(steady, size)));
    const inner = boxToTheta([[-KEPT, -KEPT, KEPT, KEPT]]);
    return composeTheta(seen, tile(inner, [count, 1, 1]));
  });
  dispose(path);
  return { frames: affineSample(frames, theta, [size[0], size[1]], { paddingMode: 'border' }), theta };
}
