const HEAD = 9;
const RIM = 9;
function arrowPath({ x, y }, { x: dx, y: dy }) {
  const length = Math.hypot(dx, dy);
  if (length < 1) return "";
  const head = Math.min(HEAD, length);
  const [ux, uy] = [dx / length, dy / length];
  const [startX, startY] = [x + ux * RIM, y + uy * RIM];
  const [endX, endY] = [startX + dx, startY + dy];
  const [neckX, neckY] = [endX - ux * head, endY - uy * head];
  const half = head * 0.6;
  return `M${startX},${startY}L${neckX},${neckY}M${neckX - uy * half},${neckY + ux * half}L${endX},${endY}L${neckX + uy * half},${neckY - ux * half}Z`;
}
export {
  arrowPath as a
};
