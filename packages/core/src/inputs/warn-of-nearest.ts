import { warnOnce } from './warn-once.js';

/** Warns, once, when the gradient of nearest by boxes, thetas or grids is asked for: it is 0 everywhere. */
export function warnOfNearest(): void {
  const advice = "To learn where to crop, use 'bilinear' or 'bicubic'.";
  warnOnce('nearest', `with mode 'nearest' the gradient by boxes, thetas and grids is 0 everywhere. ${advice}`);
}
