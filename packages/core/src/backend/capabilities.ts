import { CropError } from '../errors.js';
import type { DataFormat, Mode, PaddingMode } from '../inputs/options.js';

/** A dtype an image may have; integers and booleans are sampled as the numbers they are. */
export type ImageDtype = 'float32' | 'int32' | 'bool';

/**
 * What a backend can do: constant plain data, and the only source of what core refuses and the conformance suite
 * skips. Everything listed must work together with everything else listed.
 */
export interface Capabilities {
  /** What is missing throws `UNSUPPORTED`. */
  modes: readonly Mode[];
  /** What is missing throws `UNSUPPORTED`. */
  paddingModes: readonly PaddingMode[];
  /** Images (2), volumes (3) or both. What is missing throws `UNSUPPORTED`. */
  dimensions: readonly (2 | 3)[];
  /** Layouts the kernels read and write themselves; for the other one core transposes with the tfjs backend's kernel. */
  dataFormats: readonly DataFormat[];
  /** Image dtypes the kernels read themselves; the others core casts to float32 first. Must include `'float32'`. */
  imageDtypes: readonly ImageDtype[];
  /** What the arithmetic carries at least; tolerances follow from it. */
  precision: 'f32' | 'f16';
  /**
   * The size up to which the kernels read every whole number in an image exactly, before they round the result to
   * float32: 2 ** 31 for all of int32. Default 2 ** 24, or 2048 where `precision` is `'f16'`.
   */
  exactIntegers?: number;
  /** Whether numbers below 2 ** -126 may be read, or given back, as 0. Default false. */
  flushesDenormals?: boolean;
}

/** Throws `UNSUPPORTED` unless the capabilities declare everything that is asked for. */
export function requireSupported(
  op: string,
  tfBackend: string,
  capabilities: Capabilities,
  asked: { mode?: Mode; paddingMode?: PaddingMode; dimensions: 2 | 3 },
): void {
  const { mode, paddingMode, dimensions } = asked;
  if (mode !== undefined) check('mode', `'${mode}'`, capabilities.modes.includes(mode), capabilities.modes);
  if (paddingMode !== undefined) {
    const { paddingModes } = capabilities;
    check('paddingMode', `'${paddingMode}'`, paddingModes.includes(paddingMode), paddingModes);
  }
  const { dimensions: known } = capabilities;
  check('dimensions', `a ${dimensions}-D image`, known.includes(dimensions), known);

  function check(name: string, got: string, supported: boolean, declared: readonly (string | number)[]): void {
    if (supported) return;
    throw new CropError('UNSUPPORTED', {
      what: `${op}: ${name} on the tfjs backend '${tfBackend}'`,
      got,
      expected: `one of ${declared.join(', ')}, which is what this backend declares`,
      next: 'Choose one of these, or another backend with tf.setBackend',
    });
  }
}
