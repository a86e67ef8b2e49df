import type { Box } from './box.js';

/** The video: its frames, in pixels, how many there are in a second, and its length in seconds, after which it repeats. */
export const VIDEO = { width: 320, height: 240, framesPerSecond: 24, seconds: 8 } as const;

/** The face in the photo, in its pixels. */
const FACE: Box = [178, 64, 274, 160];

/** What the camera sees of the photo at a time in seconds: it looks around, and comes nearer and goes back. */
export function cameraView(time: number): Box {
  const turn = (2 * Math.PI * time) / VIDEO.seconds;
  const zoom = 1 + 0.1 * Math.sin(turn + 1);
  const [halfWidth, halfHeight] = [VIDEO.width / 2 / zoom, VIDEO.height / 2 / zoom];
  const centreX = 240 + 45 * Math.sin(turn);
  const centreY = 152 + 14 * Math.sin(2 * turn);
  return [centreX - halfWidth, centreY - halfHeight, centreX + halfWidth, centreY + halfHeight];
}

/** Where the face is in the frame at a time in seconds, in pixels of the frame: what the box ought to follow. */
export function faceAt(time: number): Box {
  const [left, top, right] = cameraView(time);
  const scale = VIDEO.width / (right - left);
  const [x, y, x2, y2] = FACE;
  return [(x - left) * scale, (y - top) * scale, (x2 - left) * scale, (y2 - top) * scale];
}
