import { type PhotoBox, wrapDegrees } from './box.js';

/** What a key does to a box, each key moving it by `step` pixels of the photo; undefined when it does nothing. */
export function boxAfterKey(box: PhotoBox, key: string, shift: boolean, step: number): PhotoBox | undefined {
  const name = shift && key.startsWith('Arrow') ? `Shift+${key}` : key;
  return Object.hasOwn(CHANGES, name) ? CHANGES[name](box, step) : undefined;
}

/** The keys, in words. */
export const KEY_HELP: readonly (readonly [keys: string, what: string])[] = [
  ['Arrow keys', 'move'],
  ['Shift + arrow keys', 'resize'],
  ['[ and ]', 'turn'],
  ['− and +', 'shrink and grow'],
  ['Ctrl + Z', 'undo'],
];

type Change = (box: PhotoBox, step: number) => PhotoBox;

/** No key resizes a box away; the pointer may mirror it. */
const SMALLEST = 2;
/** Degrees per key press. */
const TURN = 1;

const grow: Change = (box, step) => scaled(box, 1 + step / Math.max(Math.abs(box.w), Math.abs(box.h), step));
const shrink: Change = (box, step) => scaled(box, 1 - step / Math.max(Math.abs(box.w), Math.abs(box.h), 2 * step));

const CHANGES: Readonly<Record<string, Change>> = {
  ArrowLeft: (box, step) => ({ ...box, cx: box.cx - step }),
  ArrowRight: (box, step) => ({ ...box, cx: box.cx + step }),
  ArrowUp: (box, step) => ({ ...box, cy: box.cy - step }),
  ArrowDown: (box, step) => ({ ...box, cy: box.cy + step }),
  'Shift+ArrowLeft': (box, step) => ({ ...box, w: longer(box.w, -step) }),
  'Shift+ArrowRight': (box, step) => ({ ...box, w: longer(box.w, step) }),
  'Shift+ArrowUp': (box, step) => ({ ...box, h: longer(box.h, -step) }),
  'Shift+ArrowDown': (box, step) => ({ ...box, h: longer(box.h, step) }),
  '[': (box) => ({ ...box, angle: wrapDegrees(box.angle + TURN) }),
  ']': (box) => ({ ...box, angle: wrapDegrees(box.angle - TURN) }),
  '+': grow,
  '=': grow,
  '-': shrink,
  _: shrink,
};

function scaled(box: PhotoBox, factor: number): PhotoBox {
  return { ...box, w: longer(box.w, Math.abs(box.w) * (factor - 1)), h: longer(box.h, Math.abs(box.h) * (factor - 1)) };
}

/** A side made longer by so much; a mirrored one stays mirrored. */
function longer(side: number, by: number): number {
  return Math.sign(side) * Math.max(Math.min(Math.abs(side), SMALLEST), Math.abs(side) + by);
}
