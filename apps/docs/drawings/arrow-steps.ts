import type { Point } from './point.js';

/** Shift makes a step so many times as long. */
const FAR = 5;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** By how many steps a key moves a mark; undefined for a key that moves nothing. On a horizontal axis up is forward, as for any slider. */
export function arrowSteps(key: string, isFar: boolean, axes: 'x' | 'xy'): Point | undefined {
  if (!Object.hasOwn(ARROWS, key)) return undefined;
  const { x, y } = ARROWS[key];
  const steps = axes === 'x' ? { x: x - y, y: 0 } : { x, y };
  return isFar ? { x: FAR * steps.x, y: FAR * steps.y } : steps;
}
