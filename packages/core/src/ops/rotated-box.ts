import { add, concat, cos, mul, reshape, sin, split, type Tensor, type Tensor3D, tidy } from '@tensorflow/tfjs-core';
import type { BoxesInput, OrUnranked } from '../inputs/argument-types.js';
import { type GridOptions, resolveGridOptions } from '../inputs/options.js';
import { readRotatedBoxes } from '../inputs/read-boxes.js';
import { readSize } from '../inputs/read-size.js';
import { differentiable } from './differentiable.js';

/**
 * Turns rotated boxes into the affine maps that crop them, without shearing a non-square image.
 *
 * Boxes are [N,5] = (cx, cy, w, h, radians): centre and full size normalised as in {@link boxToTheta}, so that w = 2 is
 * the image's whole width, and the angle in radians by which the box is turned counter-clockwise as seen on screen, so
 * that its content turns clockwise. `imageSize` is [H,W]. Gives [N,2,3]. Differentiable. From pixels and degrees:
 *
 * ```text
 * (2·cx/W - 1, 2·cy/H - 1, 2·w/W, 2·h/H, degrees·π/180)
 * ```
 *
 * The rotation happens in pixels, so it needs ρ = W/H, or (W - 1)/(H - 1) with `alignCorners` unless an axis has length 1:
 *
 * ```text
 * theta = [[    w/2·cos(radians), h/(2ρ)·sin(radians), cx],
 *          [-ρ·w/2·sin(radians),    h/2·cos(radians), cy]]
 * ```
 *
 * @param boxes - [N,5] = (cx, cy, w, h, radians)
 * @param imageSize - [H,W] of the image
 * @returns Theta [N,2,3].
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE`, `INVALID_SHAPE` or `INVALID_OPTION`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { rotatedBoxToTheta } from '@cropgrad/core';
 *
 * // Turned by 45 degrees, in an image that is twice as wide as it is high:
 * const theta = rotatedBoxToTheta([[0, 0, 0.5, 1, Math.PI / 4]], [100, 200]);
 * console.log(Array.from(await theta.data(), (entry) => entry.toFixed(2)).join(' ')); // 0.18 0.18 0.00 -0.35 0.35 0.00
 * ```
 * @pytorch None. By hand:
 * ```py
 * cx, cy, w, h, angle = boxes.unbind(1)
 * c, s, rho = torch.cos(angle), torch.sin(angle), W / H
 * rows = [w / 2 * c, h / (2 * rho) * s, cx, -rho * w / 2 * s, h / 2 * c, cy]
 * theta = torch.stack(rows, 1).view(-1, 2, 3)
 * ```
 * @see {@link boxToTheta} for boxes that are not turned; {@link affineSample} takes the theta.
 * @guide coordinates
 */
export function rotatedBoxToTheta<B>(
  boxes: OrUnranked<BoxesInput, B>,
  imageSize: readonly number[],
  options?: GridOptions,
): Tensor3D;
export function rotatedBoxToTheta(
  boxes: BoxesInput,
  imageSize: readonly number[],
  options: GridOptions = {},
): Tensor3D {
  return tidy(() => {
    const op = 'rotatedBoxToTheta';
    const $boxes = readRotatedBoxes(op, boxes);
    const { alignCorners } = resolveGridOptions(op, options);
    const [height, width] = readSize(op, 'imageSize', imageSize, 2, 1);
    const between = alignCorners && height > 1 && width > 1;
    const aspect = between ? (width - 1) / (height - 1) : width / height;
    return differentiable<Tensor3D>(
      [$boxes],
      (x) => forward(x, aspect),
      (dtheta, x) => [backward(dtheta, x, aspect)],
    );
  });
}

function forward(boxes: Tensor, aspect: number): Tensor3D {
  const [cx, cy, w, h, radians] = split(boxes, 5, 1);
  const c = cos(radians);
  const s = sin(radians);
  const entries = [
    mul(mul(w, 0.5), c),
    mul(mul(h, 0.5 / aspect), s),
    cx,
    mul(mul(w, -0.5 * aspect), s),
    mul(mul(h, 0.5), c),
    cy,
  ];
  return reshape(concat(entries, 1), [boxes.shape[0], 2, 3]);
}

function backward(dtheta: Tensor, boxes: Tensor, aspect: number): Tensor {
  const [, , w, h, radians] = split(boxes, 5, 1);
  const [d00, d01, dcx, d10, d11, dcy] = split(reshape(dtheta, [boxes.shape[0], 6]), 6, 1);
  const c = cos(radians);
  const s = sin(radians);
  // The parts of theta that go with w and with h, each as (along cos, along sin).
  const wCos = mul(d00, 0.5);
  const wSin = mul(d10, -0.5 * aspect);
  const hCos = mul(d11, 0.5);
  const hSin = mul(d01, 0.5 / aspect);
  const dw = add(mul(wCos, c), mul(wSin, s));
  const dh = add(mul(hCos, c), mul(hSin, s));
  const alongSin = add(mul(w, wSin), mul(h, hSin));
  const alongCos = add(mul(w, wCos), mul(h, hCos));
  const dradians = add(mul(alongSin, c), mul(mul(alongCos, s), -1));
  return concat([dcx, dcy, dw, dh, dradians], 1);
}
