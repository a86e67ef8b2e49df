import type { OutsideName } from './edge-loss.js';

/** Why a point, or the points of a whole box, have no gradient along an axis on which they are outside. */
const WHY: Readonly<Record<OutsideName, string>> = {
  zeros: 'every tap is outside and reads fillValue.',
  border: 'the coordinate is clipped to the edge pixel.',
  reflection: 'near a mirror both taps read the same edge pixel.',
  wrap: 'both taps read the same value.',
  'border, fill': 'points outside are fillValue and have no gradient.',
};

/** What the slope of a point of a row means. */
export function whySlope(slope: number, outside: OutsideName): string {
  return slope === 0
    ? `The slope is 0: ${WHY[outside]}`
    : 'The taps read different values: the slope is their difference.';
}

/** What the gradient (x, y) of a box's place means. */
export function whyGradient(x: number, y: number, outside: OutsideName): string {
  if (x !== 0 && y !== 0) return 'The box feels both axes: the arrow is the way that lowers the loss.';
  const axes = x === 0 && y === 0 ? 'The gradient is 0' : `The gradient along ${x === 0 ? 'x' : 'y'} is 0`;
  return `${axes}: ${WHY[outside]}`;
}
