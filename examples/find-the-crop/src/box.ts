/** A box in pixels of the photo: left, top, right and bottom edge. Pixel k spans k to k + 1. */
export type Box = readonly [x: number, y: number, x2: number, y2: number];

/** The face in astronaut.png, which the demo looks for. */
export const FACE: Box = [130, 6, 322, 198];

/** The middle half of a photo, in both directions. */
export function middleBox(height: number, width: number): Box {
  return [width / 4, height / 4, (3 * width) / 4, (3 * height) / 4];
}

/** The distance from each corner of one box to the same corner of the other, in pixels. */
export function cornerDistances(a: Box, b: Box): number[] {
  const [left, top, right, bottom] = a.map((edge, i) => edge - b[i]);
  return [Math.hypot(left, top), Math.hypot(right, top), Math.hypot(left, bottom), Math.hypot(right, bottom)];
}

/** How far off a box is, in words: two digits, or whole pixels. */
export function pixelsOff(distance: number): string {
  return `${distance < 10 ? Number(distance.toPrecision(2)) : Math.round(distance)} px off`;
}
