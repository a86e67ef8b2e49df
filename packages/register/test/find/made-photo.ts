import type { Pixels } from '../../src/index.js';
import { type Scene, scene } from '../made-pair.js';

/** A photo of waves, bytes, that looks different everywhere. */
export const PHOTO: Pixels = pixelsOf(scene(3), 200, 150);

/** Where a thumbnail is cut from a photo: its middle and size in pixels, turned as core's rotated boxes are. */
export interface Cut {
  cx: number;
  cy: number;
  width: number;
  height: number;
  radians?: number;
}

/** Bytes of what is seen of a scene: of each pixel the mean of 4 points, lighter or darker. */
export function thumbnailOf(
  shown: Scene,
  { cx, cy, width, height, radians = 0 }: Cut,
  [across, down]: readonly [number, number],
  [gain, offset]: readonly [number, number] = [1, 0],
): Pixels {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const finer: Scene = (i, j) => {
    const [x, y] = [(i / across - 0.5) * width, (j / down - 0.5) * height];
    return shown(cx + cos * x + sin * y, cy - sin * x + cos * y);
  };
  return pixelsOf((x, y) => gain * finer(x, y) + offset, across, down);
}

/** A scene as bytes: of each pixel the mean of 4 points. */
export function pixelsOf(shown: Scene, width: number, height: number): Pixels {
  const data = Uint8Array.from({ length: width * height }, (_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += shown(x + 0.25 + (k % 2) / 2, y + 0.25 + Math.floor(k / 2) / 2);
    return Math.min(Math.max(Math.round(sum / 4), 0), 255);
  });
  return { data, width, height };
}
