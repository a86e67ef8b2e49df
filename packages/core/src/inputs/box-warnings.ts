import type { NestedNumbers } from './nested-numbers.js';
import { warnOnce } from './warn-once.js';

/** Warns, once, of a NaN among numbers: such a crop is all fill, and training on it learns nothing. */
export function warnOfNaN(op: string, name: string, { values }: NestedNumbers): void {
  if (!values.some(Number.isNaN)) return;
  warnOnce(
    `NaN in ${name}`,
    `${op}: NaN in ${name}. Such a crop is fillValue everywhere and has no gradient. Find out where the NaN comes from.`,
  );
}

/** The ends of an axis are -1 and 1; a corner this far outside is most likely a mistake. */
const FAR = 4;

/** Warns, once, of a box whose every corner is far outside the image: most likely it is in pixels. */
export function warnOfPixels(op: string, { shape: [, numbers], values }: NestedNumbers): void {
  const dimensions = numbers / 2;
  // A corner takes one of the two ends of each axis, so all are far where both ends of one axis are.
  const far = values.findIndex(
    (end, i) => i % numbers < dimensions && Math.abs(end) > FAR && Math.abs(values[i + dimensions]) > FAR,
  );
  if (far < 0) return;
  const n = Math.floor(far / numbers);
  const box = values.subarray(n * numbers, (n + 1) * numbers).join(', ');
  const advice = 'If it is in pixels, use boxesFromPixels(boxes, [H, W]).';
  warnOnce('pixels', `${op}: the box [${box}] is far outside the image, whose ends are -1 and 1. ${advice}`);
}

/** Warns, once, of a quad whose four corners are all far outside along one axis: most likely it is in pixels. */
export function warnOfPixelQuads(op: string, { shape, values }: NestedNumbers): void {
  // Others are refused later.
  if (shape[1] !== 4 || shape[2] !== 2) return;
  const far = values.findIndex(
    (_, i) => i % 8 < 2 && [0, 2, 4, 6].every((corner) => Math.abs(values[i + corner]) > FAR),
  );
  if (far < 0) return;
  const quad = values.subarray(far - (far % 8), far - (far % 8) + 8).join(', ');
  const advice = 'If it is in pixels, replace each x by 2 * x / W - 1, and each y by 2 * y / H - 1.';
  warnOnce('quads', `${op}: the quad [${quad}] is far outside the image, whose ends are -1 and 1. ${advice}`);
}

/** In radians, as float32 rounds it. */
const FULL_TURN = /* @__PURE__ */ Math.fround(2 * Math.PI);

/** Warns, once, of an angle of more than a full turn: most likely it is in degrees. */
export function warnOfDegrees(op: string, { shape: [, numbers], values }: NestedNumbers): void {
  // Boxes without an angle are refused later.
  if (numbers !== 5) return;
  const radians = values.find((value, i) => i % numbers === 4 && Math.abs(value) > FULL_TURN);
  if (radians === undefined) return;
  warnOnce(
    'degrees',
    `${op}: an angle of ${radians} radians is more than a full turn. For degrees, multiply by π/180.`,
  );
}
