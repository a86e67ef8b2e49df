import { CropError, describeValue } from '@cropgrad/core/backend';

/** Options of {@link prRoiPool}. */
export interface RoiOptions {
  /** How many pixels of the image one unit of the boxes is: 1/16 for a feature map a sixteenth as large as the photo. Default 1. */
  spatialScale?: number;
  /** Whether pixel k spans k to k + 1 in the units of the boxes. False: k - 1/2 to k + 1/2. Default false. */
  aligned?: boolean;
}

/** Options of {@link roiAlign}. */
export interface RoiAlignOptions extends RoiOptions {
  /** How many samples each bin has along each side. 0 or less: as many as the bin is pixels long, rounded up. Default -1. */
  samplingRatio?: number;
}

/** The options with their defaults, which are torchvision's (`INVALID_OPTION`). */
export function readRoiAlignOptions(op: string, options: RoiAlignOptions): Required<RoiAlignOptions> {
  const { samplingRatio = -1, ...others } = options;
  if (!Number.isInteger(samplingRatio)) throw refused(`${op}: samplingRatio`, samplingRatio, 'a whole number');
  return { samplingRatio, ...readRoiOptions(op, others) };
}

/** The options with their defaults (`INVALID_OPTION`). */
export function readRoiOptions(op: string, options: RoiOptions): Required<RoiOptions> {
  const { spatialScale = 1, aligned = false, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw refused(`${op}: options`, unknown, "only the function's own options");
  if (!(spatialScale > 0 && Number.isFinite(spatialScale))) {
    throw refused(`${op}: spatialScale`, spatialScale, 'a finite number above 0');
  }
  if (typeof aligned !== 'boolean') throw refused(`${op}: aligned`, aligned, 'true or false');
  return { spatialScale, aligned };
}

function refused(what: string, got: unknown, expected: string): CropError {
  return new CropError('INVALID_OPTION', {
    what,
    got: describeValue(got),
    expected,
    next: "Use torchvision's names, in camel case",
  });
}
