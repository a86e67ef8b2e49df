/** A box as x, y, x2, y2, in pixels of the photo. */
export type Box = readonly [x: number, y: number, x2: number, y2: number];

/** Height and width of every crop, in pixels. */
export const CROP_SIZE = [96, 96] as const;

/** Messages to the worker. The photo comes first, and is transferred. */
export type Asked =
  | { kind: 'photo'; photo: ImageBitmap }
  | { kind: 'crop'; box: Box }
  | { kind: 'search'; from: Box; target: ImageBitmap }
  | { kind: 'stop' };

/** Messages from the worker. Pictures are transferred. */
export type Answer =
  | { kind: 'crop'; box: Box; crop: ImageBitmap }
  | { kind: 'step'; box: Box; done: number; crop: ImageBitmap }
  | { kind: 'end'; box: Box; done: number; wasStopped: boolean; tensors: number }
  | { kind: 'problem'; message: string };
