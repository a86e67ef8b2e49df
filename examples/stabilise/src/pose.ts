import { type Tensor3D, tensor3d } from '@tensorflow/tfjs-core';

/** A similarity, as a camera has it: the way of its middle in pixels, its turn in radians, and the logarithm of its scale. */
export interface Pose {
  x: number;
  y: number;
  turn: number;
  zoom: number;
}

/** The poses of similarity thetas [N,2,3] between frames of this height and width. */
export async function posesOf(theta: Tensor3D, [height, width]: readonly number[]): Promise<Pose[]> {
  const entries = await theta.data<'float32'>();
  return Array.from({ length: entries.length / 6 }, (_, n) => {
    const [a, , tx, c, , ty] = entries.subarray(6 * n);
    // Turns are those of pixels, and theta's axes are as long as the frame is wide and high.
    const sine = (c * height) / width;
    return {
      x: (tx * width) / 2,
      y: (ty * height) / 2,
      turn: Math.atan2(sine, a),
      zoom: Math.log(Math.hypot(a, sine)),
    };
  });
}

/** The reverse: the thetas [N,2,3] of poses. */
export function thetaOf(poses: readonly Pose[], [height, width]: readonly number[]): Tensor3D {
  return tensor3d(
    poses.map(({ x, y, turn, zoom }) => {
      const [cosine, sine] = [Math.cos(turn), Math.sin(turn)].map((part) => part * Math.exp(zoom));
      return [
        [cosine, (-sine * height) / width, (2 * x) / width],
        [(sine * width) / height, cosine, (2 * y) / height],
      ];
    }),
  );
}
