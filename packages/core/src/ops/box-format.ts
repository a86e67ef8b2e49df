import { add, concat, mul, reverse, split, sub, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import type { BoxFormat } from '../inputs/options.js';
import { type BoxColumns, CORNERS } from '../inputs/read-boxes.js';
import { linear } from './linear.js';

/** What the columns of boxes are, by their format. */
export const COLUMNS: Readonly<Record<BoxFormat, BoxColumns>> = {
  xyxy: CORNERS,
  xywh: ['(x, y, w, h)', '(x, y, z, w, h, d)'],
  cxcywh: ['(cx, cy, w, h)', '(cx, cy, cz, w, h, d)'],
  yxyx: ['(y, x, y2, x2)', '(z, y, x, z2, y2, x2)'],
};

/** The two halves of boxes [N,2d]: [N,d] each. */
type Halves = readonly [Tensor, Tensor];

/** A linear function of both halves, and its transpose. */
interface HalvesMap {
  forward(halves: Halves): Halves;
  transpose(halves: Halves): Halves;
}

const swapAxes = ([near, far]: Halves): Halves => [reverse(near, 1), reverse(far, 1)];
const unchanged: HalvesMap = { forward: (halves) => halves, transpose: (halves) => halves };
const swapped: HalvesMap = { forward: swapAxes, transpose: swapAxes };

/** Each format to two opposite corners, (x, y, x2, y2). */
const TO_CORNERS: Readonly<Record<BoxFormat, HalvesMap>> = {
  xyxy: unchanged,
  xywh: {
    forward: ([corner, size]) => [corner, add(corner, size)],
    transpose: ([near, far]) => [add(near, far), far],
  },
  cxcywh: {
    forward: ([centre, size]) => [sub(centre, mul(size, 0.5)), add(centre, mul(size, 0.5))],
    transpose: ([near, far]) => [add(near, far), mul(sub(far, near), 0.5)],
  },
  yxyx: swapped,
};

/** And back; a table of its own, so that a page with one direction does not load the other. */
const FROM_CORNERS: Readonly<Record<BoxFormat, HalvesMap>> = {
  xyxy: unchanged,
  xywh: {
    forward: ([near, far]) => [near, sub(far, near)],
    transpose: ([corner, size]) => [sub(corner, size), size],
  },
  cxcywh: {
    forward: ([near, far]) => [mul(add(near, far), 0.5), sub(far, near)],
    transpose: ([centre, size]) => [sub(mul(centre, 0.5), size), add(mul(centre, 0.5), size)],
  },
  yxyx: swapped,
};

/** Boxes of a format as two opposite corners each, in the same unit. Differentiable any number of times. */
export function cornersOf(boxes: Tensor, format: BoxFormat): Tensor2D {
  return mapped(boxes, TO_CORNERS[format]);
}

/** Two opposite corners each as boxes of a format, in the same unit. Differentiable any number of times. */
export function boxesOf(corners: Tensor, format: BoxFormat): Tensor2D {
  return mapped(corners, FROM_CORNERS[format]);
}

function mapped(boxes: Tensor, { forward, transpose }: HalvesMap): Tensor2D {
  const by = (map: HalvesMap['forward']) => (x: Tensor) => {
    const [first, second] = split(x, 2, 1);
    return concat([...map([first, second])], 1) as Tensor2D;
  };
  return linear<Tensor2D>(boxes, by(forward), by(transpose));
}
