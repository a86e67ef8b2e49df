/** The photo's height and width, in pixels. */
export const PHOTO_SIZE = [512, 512] as const;

/** Height and width of every crop, in pixels. */
export const CROP_SIZE = [192, 192] as const;

/** The box of the face, in pixels of the photo; `zoom` is from 1 on, and at 1 a pixel of the crop is one of the photo. */
export function faceBox(zoom: number): [x: number, y: number, x2: number, y2: number] {
  const [x, y] = [226, 112];
  const half = CROP_SIZE[0] / 2 / zoom;
  return [x - half, y - half, x + half, y + half];
}
