import type { Point } from './box.js';

/** How long the head of an arrow is, in CSS pixels. */
const HEAD = 9;
/** How far from the middle of its handle an arrow begins. */
const RIM = 9;

/** An arrow from a handle's rim, as an SVG path; one too short for its head is a head alone, made smaller. */
export function arrowPath({ x, y }: Point, { x: dx, y: dy }: Point): string {
  const length = Math.hypot(dx, dy);
  if (length < 1) return '';
  const head = Math.min(HEAD, length);
  const [ux, uy] = [dx / length, dy / length];
  const [startX, startY] = [x + ux * RIM, y + uy * RIM];
  const [endX, endY] = [startX + dx, startY + dy];
  const [neckX, neckY] = [endX - ux * head, endY - uy * head];
  const half = head * 0.6;
  return (
    `M${startX},${startY}L${neckX},${neckY}` +
    `M${neckX - uy * half},${neckY + ux * half}L${endX},${endY}L${neckX + uy * half},${neckY - ux * half}Z`
  );
}
