import { describe } from './describe.js';
import type { ArrayOptions, BoxFormat, Dtype, Fit, Layout, Mode, Outside, PaddingMode } from './options.js';
import { refuse } from './refuse.js';

/** {@link ArrayOptions} with the defaults filled in; the numbers are one per channel of the result. */
export interface ReadOptions {
  format: BoxFormat;
  fit: Fit;
  mode: Mode;
  antialias: boolean;
  paddingMode: PaddingMode;
  outside: Outside;
  layout: Layout;
  dtype: Dtype;
  channels: number;
  scale: number;
  fillValue: readonly number[];
  mean: readonly number[];
  std: readonly number[];
  imageIndex: unknown;
}

const KEYS: { readonly [key in keyof Required<ArrayOptions>]: true } = {
  format: true,
  fit: true,
  mode: true,
  antialias: true,
  paddingMode: true,
  outside: true,
  fillValue: true,
  channels: true,
  imageIndex: true,
  layout: true,
  dtype: true,
  scale: true,
  mean: true,
  std: true,
};

/** Reads the options for an image of so many channels. Throws `INVALID_OPTION`, or `INVALID_SHAPE` for too short lists. */
export function readOptions(options: unknown, imageChannels: number): ReadOptions {
  const given = copyOf(options);
  const mode = oneOf<Mode>('mode', given.mode, ['bilinear', 'nearest', 'bicubic']);
  const format = oneOf<BoxFormat>('format', given.format, ['xyxy', 'xywh', 'cxcywh', 'yxyx', 'rotated', 'quad']);
  const fit = oneOf<Fit>('fit', given.fit, ['stretch', 'letterbox', 'square']);
  if (format === 'quad' && fit !== 'stretch') {
    throw refuse(
      'INVALID_OPTION',
      'fit',
      describe(fit),
      "'stretch' for quads",
      'Move the corners of the quads instead',
    );
  }
  const channels = readChannels(given.channels, imageChannels);
  const std = perChannel('std', given.std, 1, channels);
  if (std.includes(0)) {
    throw refuse(
      'INVALID_OPTION',
      'std',
      describe(given.std),
      'numbers other than 0',
      'Leave std out if you want no division',
    );
  }
  return {
    format,
    fit,
    mode,
    antialias: readAntialias(given.antialias, mode),
    paddingMode: oneOf<PaddingMode>('paddingMode', given.paddingMode, ['border', 'zeros', 'reflection', 'wrap']),
    outside: oneOf<Outside>('outside', given.outside, ['fill', 'pad']),
    layout: oneOf<Layout>('layout', given.layout, ['NCHW', 'NHWC']),
    dtype: oneOf<Dtype>('dtype', given.dtype, ['float32', 'uint8']),
    channels,
    scale: finite('scale', given.scale ?? 1),
    fillValue: perChannel('fillValue', given.fillValue, 0, channels),
    mean: perChannel('mean', given.mean, 0, channels),
    std,
    imageIndex: given.imageIndex,
  };
}

function copyOf(options: unknown): { [key in keyof ArrayOptions]?: unknown } {
  if (options === undefined) return {};
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    const next = `Its keys may be ${Object.keys(KEYS).join(', ')}`;
    throw refuse('INVALID_OPTION', 'options', describe(options), 'a plain object', next);
  }
  for (const key of Object.keys(options)) {
    if (Object.hasOwn(KEYS, key)) continue;
    const got = `the unknown key ${describe(key)}`;
    throw refuse('INVALID_OPTION', 'options', got, Object.keys(KEYS).join(', '), 'Check the spelling');
  }
  return { ...options };
}

/** The value, or the first of the known ones where there is none. */
function oneOf<T extends string>(name: string, value: unknown, known: readonly T[]): T {
  if (value === undefined) return known[0];
  const chosen = known.find((one) => one === value);
  if (chosen !== undefined) return chosen;
  const expected = known.map((one) => `'${one}'`).join(', ');
  throw refuse('INVALID_OPTION', name, describe(value), expected, 'Pass one of these');
}

function readAntialias(value: unknown, mode: Mode): boolean {
  if (value === undefined) return mode !== 'nearest';
  if (typeof value !== 'boolean') {
    throw refuse('INVALID_OPTION', 'antialias', describe(value), 'true or false', 'Pass a boolean');
  }
  if (value && mode === 'nearest') {
    const next = "Leave antialias out, or choose 'bilinear'";
    throw refuse(
      'INVALID_OPTION',
      'antialias',
      "true with mode 'nearest'",
      'false: nearest reads one pixel, and averages nothing',
      next,
    );
  }
  return value;
}

function readChannels(value: unknown, most: number): number {
  if (value === undefined) return most;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value;
  const expected = `a whole number from 1 to the ${most} of the image`;
  throw refuse('INVALID_OPTION', 'channels', describe(value), expected, 'Leave it out to keep them all');
}

function perChannel(name: string, value: unknown, byDefault: number, channels: number): readonly number[] {
  if (!Array.isArray(value)) return new Array<number>(channels).fill(finite(name, value ?? byDefault));
  if (value.length !== channels) {
    const expected = `one for each of the ${channels} channels of the result`;
    const next = "Pass as many numbers as channels, or one for all; channels: 3 leaves out an RGBA image's alpha";
    throw refuse('INVALID_SHAPE', name, `${value.length} numbers`, expected, next);
  }
  return value.map((entry: unknown, c) => finite(`${name}[${c}]`, entry));
}

function finite(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw refuse('INVALID_OPTION', name, describe(value), 'a finite number', 'Pass a number');
}
