// Checks what the demo wrote: what cropgrad-find found, a start that was really wrong, and a box found to within a pixel. Boxes are x, y, x2, y2.
import { readFileSync } from 'node:fs';

const result = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { order, true: wanted, start, found, cropgradFind, cornerError, loss } = result;
if (!order.startsWith('x before y') || found === null || cropgradFind.box === null) {
  console.error(order.startsWith('x before y') ? 'demo: not found' : `demo: the order is '${order}'`);
  process.exit(1);
}
const corners = (box) => [
  [box[0], box[1]],
  [box[2], box[1]],
  [box[0], box[3]],
  [box[2], box[3]],
];
const distances = (box) =>
  corners(box).map(([x, y], k) => Math.hypot(x - corners(wanted)[k][0], y - corners(wanted)[k][1]));
const nearestStart = Math.min(...distances(start));
const largestError = Math.max(...distances(found));
const searchError = Math.max(...distances(cropgradFind.box));
const passed =
  nearestStart >= 60 &&
  largestError <= 1 &&
  searchError <= 1 &&
  Math.abs(largestError - cornerError) < 0.01 &&
  loss.at(-1) < loss[0];
console.log(
  `demo: cropgrad-find to ${searchError.toFixed(3)} px; start ${nearestStart.toFixed(1)} px off, found to ${largestError.toFixed(3)} px: ${passed ? 'ok' : 'FAILED'}`,
);
process.exit(passed ? 0 : 1);
