/** How a value is read between pixels. */
export type Mode = 'bilinear' | 'nearest' | 'bicubic';
/** What a crop's samples, and their filters, read beyond the edges of the image. */
export type PaddingMode = 'border' | 'zeros' | 'reflection' | 'wrap';
/** What a sample gives if its own centre lies outside the image. */
export type Outside = 'fill' | 'pad';
/** Whether channels are the second axis or the last one. */
export type Layout = 'NCHW' | 'NHWC';
/** ONNX Runtime's names for `Float32Array` and `Uint8Array`. */
export type Dtype = 'float32' | 'uint8';
/** What happens to a box that does not have the aspect ratio of the crop. */
export type Fit = 'stretch' | 'letterbox' | 'square';

/**
 * The numbers of a box, in pixels: (0, 0) is the outer corner of the first pixel, and (width, height) that of the last.
 * `'xyxy'`, `'xywh'`, `'cxcywh'` and `'yxyx'` are four: two opposite corners, a corner and the size, the centre and the size,
 * or TensorFlow's order of corners. `'rotated'` is five: centre, size, and the angle in radians by which the box is turned
 * counter-clockwise as seen on screen. `'quad'` is eight: where the top left, top right, bottom right and bottom left corner
 * of the crop lie, each as (x, y).
 */
export type BoxFormat = 'xyxy' | 'xywh' | 'cxcywh' | 'yxyx' | 'rotated' | 'quad';

/** Options of {@link cropArray}: a plain object. Unknown keys are refused. */
export interface ArrayOptions {
  /** Default `'xyxy'`. */
  format?: BoxFormat | undefined;
  /**
   * `'letterbox'` enlarges each box about its centre to the shape of the crop, and `'square'` to a square, so that nothing of
   * it is lost; not for quads. Default `'stretch'`, which takes the box as it is.
   */
  fit?: Fit | undefined;
  /** Default `'bilinear'`. */
  mode?: Mode | undefined;
  /**
   * Whether an output that covers more than one pixel is the average of them all, as in Pillow. Default true; false for
   * `'nearest'`, which cannot average.
   */
  antialias?: boolean | undefined;
  /** Default `'border'`, as in Pillow: pixels outside repeat the edge. `'zeros'` blends with `fillValue` at the edge. */
  paddingMode?: PaddingMode | undefined;
  /** Default `'fill'`: `fillValue`, whatever `paddingMode` says. `'pad'` gives what `paddingMode` says. */
  outside?: Outside | undefined;
  /** In the image's own numbers, before `scale`: one number, or one per channel of the result. Default 0. */
  fillValue?: number | readonly number[] | undefined;
  /** How many channels of the image the result has, counted from the first: 3 leaves out the alpha of RGBA. Default all. */
  channels?: number | undefined;
  /** Which image each crop reads. Default: crop n reads image n, or all crops read the only one. */
  imageIndex?: readonly number[] | Int32Array | undefined;
  /** Layout of the result. Default `'NCHW'`. */
  layout?: Layout | undefined;
  /** Dtype of the result. Default `'float32'`; `'uint8'` is rounded, halves to even, and clamped to 0 … 255. */
  dtype?: Dtype | undefined;
  /** What each value is multiplied by: 1/255 brings bytes to 0 … 1. Default 1. */
  scale?: number | undefined;
  /** What is subtracted after `scale`: one number, or one per channel of the result. Default 0. */
  mean?: number | readonly number[] | undefined;
  /** What each value is divided by, after `mean`: one number, or one per channel of the result; never 0. Default 1. */
  std?: number | readonly number[] | undefined;
}
