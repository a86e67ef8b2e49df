import * as tf from '@tensorflow/tfjs-core';

/** A picture that is known at every point: waves of many lengths and directions, from 0 to 255, in a coordinate of pixels. */
export type Scene = (x: number, y: number) => number;

/** One that looks different everywhere; `shortest` is the length of its finest waves. */
export function scene(seed = 1, shortest = 12): Scene {
  let state = seed * 7919 + 13;
  const random = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const waves = Array.from({ length: 40 }, () => {
    const length = shortest * 2 ** (random() * 3.5);
    const angle = random() * 2 * Math.PI;
    return {
      x: (Math.cos(angle) * 2 * Math.PI) / length,
      y: (Math.sin(angle) * 2 * Math.PI) / length,
      phase: random() * 7,
      size: Math.sqrt(length),
    };
  });
  const total = Math.hypot(...waves.map(({ size }) => size)) / Math.SQRT2;
  return (px, py) => {
    const sum = waves.reduce((value, { x, y, phase, size }) => value + size * Math.sin(x * px + y * py + phase), 0);
    return 128 + (40 * sum) / total;
  };
}

/** A scene seen through a map of 9 numbers, as an image [h,w,1]: what is at (x, y) of the image is at map (x, y) of the scene. */
export function seen(
  shown: Scene,
  map: ArrayLike<number>,
  [height, width]: readonly [number, number],
  [sceneHeight, sceneWidth]: readonly [number, number] = [height, width],
): tf.Tensor3D {
  const values = Float32Array.from({ length: height * width }, (_, i) => {
    const [x, y] = [(2 * (i % width) + 1) / width - 1, (2 * Math.floor(i / width) + 1) / height - 1];
    const [mx, my] = mapped(map, x, y);
    return shown((mx * sceneWidth) / 2, (my * sceneHeight) / 2);
  });
  return tf.tensor3d(values, [height, width, 1]);
}

/** Where a map of 9 numbers puts a point. */
export function mapped(map: ArrayLike<number>, x: number, y: number): [number, number] {
  const w = map[6] * x + map[7] * y + map[8];
  return [(map[0] * x + map[1] * y + map[2]) / w, (map[3] * x + map[4] * y + map[5]) / w];
}

/** How far apart two maps put a corner, at most, in pixels of an image of this width and height. */
export function farthestCorner(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [height, width]: readonly [number, number],
): number {
  const corners = [-1, 1].flatMap((x) => [-1, 1].map((y): [number, number] => [x, y]));
  return Math.max(
    ...corners.map(([x, y]) => {
      const [ax, ay] = mapped(a, x, y);
      const [bx, by] = mapped(b, x, y);
      return Math.hypot(((ax - bx) * width) / 2, ((ay - by) * height) / 2);
    }),
  );
}

export const IDENTITY: Float64Array = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
