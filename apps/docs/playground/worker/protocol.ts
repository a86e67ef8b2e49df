import type { BackendName } from '../backends.js';
import type { PhotoBox, PixelSize } from '../box.js';
import type { LossName, View } from '../state.js';
import type { SearchStep } from './box-search.js';
import type { Sampling } from './crop-boxes.js';
import type { FoundBox } from './find-job.js';

/** What the page asks the worker to do. Jobs are done one after the other, in the order in which they come. */
export type Job =
  | { kind: 'open'; photo: Blob | ImageBitmap }
  | {
      kind: 'crop';
      backend: BackendName;
      sampling: Sampling;
      box: PhotoBox;
      target: PhotoBox;
      view: View;
      loss: LossName;
    }
  | { kind: 'time'; backend: BackendName; sampling: Sampling; box: PhotoBox }
  | { kind: 'search'; backend: BackendName; sampling: Sampling; start: PhotoBox; target: PhotoBox; turns: boolean }
  | { kind: 'step'; rate: number }
  | { kind: 'find'; backend: BackendName; thumbnail: Blob; isTurned: boolean; isEnlarged: boolean };

/** What it answers to each kind of job. */
export interface Answers {
  open: OpenedPhoto;
  crop: CropAnswer;
  time: CropTime;
  search: { total: number };
  step: SearchStep;
  find: FoundBox;
}

/** A photo that was opened. */
export interface OpenedPhoto {
  /** As large as it is worked on. */
  size: PixelSize;
  /** As large as it is in its file. */
  original: PixelSize;
  /** Whether some of it is transparent: then it has a fourth channel, and so have its crops. */
  hasAlpha: boolean;
  /** What is cropped, to be shown. */
  picture: ImageBitmap;
}

/** How long a crop takes once everything is warm. */
export interface CropTime {
  /** Of one call, until its result can be read. */
  milliseconds: number;
  /** The tfjs backend that it ran on. */
  backend: string;
}

/** A crop, and what is drawn over the photo. */
export interface CropAnswer {
  size: PixelSize;
  /** The crop, as RGBA. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
  /** The kernels of ours that ran. */
  kernels: string[];
  overlay: Overlay;
}

export type Overlay =
  | { view: 'crop' }
  /** Where the crop is read: x and y of rows of so many points, in pixels of the photo. */
  | { view: 'grid'; points: Float32Array<ArrayBuffer>; columns: number }
  /**
   * The gradient of the loss with respect to the photo, and its strongest value. Where samples are further apart than pixels,
   * each pixel shows the sum over a cell: the step from one sample to the next, in pixels of the photo.
   */
  | { view: 'image'; heat: ImageBitmap; strongest: number; loss: number; cell: PixelSize | undefined }
  /** The gradient of the loss with respect to the box: per pixel, and per degree. */
  | { view: 'box'; gradient: PhotoBox; loss: number };

export interface Request {
  id: number;
  job: Job;
}

export type Reply =
  | { id: number; answer: Answers[keyof Answers] }
  /** `code` is that of a CropError. */
  | { id: number; failure: { message: string; code: string | undefined } };
