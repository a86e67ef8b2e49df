import { warnOnce } from './warn-once.js';

/** Warns, once, who asks how to move a box, a theta or a grid by what nearest gives: the answer is 0 everywhere. */
export function warnOfNearest(): void {
  const advice = "To learn where to crop, use 'bilinear' or 'bicubic'.";
  warnOnce('nearest', `with mode 'nearest' the gradient by boxes, thetas and grids is 0 everywhere. ${advice}`);
}
