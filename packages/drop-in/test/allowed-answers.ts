import type { FillMode } from '../src/index.js';
import { isAllowed, type Place, throughQuotient, throughTheta } from './interval.js';
import { bilinear, MAPPED, onBorder, type Pixels, pixel } from './oracle.js';

type Size = readonly [height: number, width: number];
type Method = 'bilinear' | 'nearest';

/** Whether a number may be element `at` of an answer that is computed in float32. */
export type Allows = (found: number, at: number) => boolean;

/** Which output an element is: crop, row, column and channel. */
function indices(at: number, [h, w]: Size, channels: number): [n: number, i: number, j: number, c: number] {
  const output = Math.floor(at / channels);
  return [Math.floor(output / (h * w)), Math.floor(output / w) % h, output % w, at % channels];
}

export function allowsCropAndResize(
  image: Pixels,
  boxes: readonly number[][],
  boxInd: readonly number[],
  size: Size,
  method: Method,
  extrapolation: number,
): Allows {
  const [, H, W, C] = image.shape;
  const place = (near: number, far: number, i: number, n: number, length: number): Place => {
    const at = (n === 1 ? (near + far) / 2 : near + (i * (far - near)) / (n - 1)) * (length - 1);
    return throughTheta(at, length, Math.abs(far - near) + Math.abs(near + far - 1));
  };
  return (found, at) => {
    const [n, i, j, c] = indices(at, size, C);
    const [y1, x1, y2, x2] = boxes[n];
    const places = [place(y1, y2, i, size[0], H), place(x1, x2, j, size[1], W)] as const;
    return isAllowed(found, places, method, (y, x) => {
      const outside = y < 0 || y > H - 1 || x < 0 || x > W - 1;
      const [atY, atX] = method === 'nearest' ? [Math.floor(y + 0.5), Math.floor(x + 0.5)] : [y, x];
      return { value: outside ? extrapolation : onBorder(image, boxInd[n], atY, atX, c), outside };
    });
  };
}

export function allowsTransform(
  image: Pixels,
  [a0, a1, a2, b0, b1, b2, c0, c1]: readonly number[],
  size: Size,
  method: Method,
  fillMode: FillMode,
  fillValue: number,
): Allows {
  const [, H, W, C] = image.shape;
  const mapped = MAPPED[fillMode];
  return (found, at) => {
    const [n, i, j, c] = indices(at, size, C);
    const below = [c0 * j, c1 * i, 1];
    const places = [
      throughQuotient([b0 * j, b1 * i, b2], below, H),
      throughQuotient([a0 * j, a1 * i, a2], below, W),
    ] as const;
    return isAllowed(found, places, method, (y, x) => {
      // Nowhere, where the divisor is 0.
      if (Number.isNaN(y) || Number.isNaN(x)) return { value: fillValue, outside: true };
      const [atY, atX] = [mapped(y, H), mapped(x, W)];
      const value =
        method === 'nearest'
          ? pixel(image, n, Math.floor(atY + 0.5), Math.floor(atX + 0.5), c, fillValue)
          : bilinear(image, n, atY, atX, c, fillValue);
      return { value, outside: false };
    });
  };
}

export function allowsResize(image: Pixels, size: Size, alignCorners: boolean, halfPixelCenters: boolean): Allows {
  const [, H, W, C] = image.shape;
  const place = (i: number, n: number, length: number): Place => {
    if (alignCorners) return throughTheta(n === 1 ? 0 : (i * (length - 1)) / (n - 1), length, 2);
    return throughTheta(halfPixelCenters ? ((i + 0.5) * length) / n - 0.5 : (i * length) / n, length, 2);
  };
  return (found, at) => {
    const [n, i, j, c] = indices(at, size, C);
    const places = [place(i, size[0], H), place(j, size[1], W)] as const;
    return isAllowed(found, places, 'bilinear', (y, x) => ({ value: onBorder(image, n, y, x, c), outside: false }));
  };
}
