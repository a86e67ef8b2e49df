import { CropError } from '../errors.js';
import type { Mode, PaddingMode } from '../inputs/options.js';
import type { Capabilities, Points, Sampling } from './capabilities.js';

/** What a call needs of a backend. */
export interface Asked {
  mode?: Mode;
  paddingMode?: PaddingMode;
  dimensions: 2 | 3;
  points?: Points;
  /** How much the filter is widened; 0 where there is none. */
  antialias?: number;
}

/** Where each part of a call is declared, and how a message says it. */
const DECLARED: {
  key: keyof Asked;
  list: Exclude<keyof Sampling, 'antialias'>;
  shown: (asked: unknown) => string;
}[] = [
  { key: 'mode', list: 'modes', shown: (mode) => `'${mode}'` },
  { key: 'paddingMode', list: 'paddingModes', shown: (paddingMode) => `'${paddingMode}'` },
  { key: 'dimensions', list: 'dimensions', shown: (dimensions) => `a ${dimensions}-D image` },
  { key: 'points', list: 'points', shown: (points) => (points === 'grid' ? 'a grid' : `${article(points)} theta`) },
];

/** Throws `UNSUPPORTED` unless one product of the capabilities holds everything that is asked for. */
export function requireSupported(op: string, tfBackend: string, { sampling }: Capabilities, asked: Asked): void {
  for (const product of sampling) if (holdsAll(product, asked)) return;
  throw unsupported(op, tfBackend, sampling, asked);
}

/** Runs on every call, so it makes no objects. */
function holdsAll(product: Sampling, { mode, paddingMode, dimensions, points, antialias = 0 }: Asked): boolean {
  return (
    (antialias === 0 || product.antialias === true) &&
    (mode === undefined || product.modes.includes(mode)) &&
    (paddingMode === undefined || product.paddingModes.includes(paddingMode)) &&
    product.dimensions.includes(dimensions) &&
    (points === undefined || product.points.includes(points))
  );
}

/** Says what no product holds: one part, or else the combination. */
function unsupported(op: string, tfBackend: string, sampling: readonly Sampling[], asked: Asked): CropError {
  const parts = DECLARED.filter(({ key }) => asked[key] !== undefined);
  const holds = (product: Sampling, { key, list }: (typeof parts)[number]): boolean =>
    product[list].some((entry) => entry === asked[key]);
  const next = 'Choose one of these, or another backend with tf.setBackend';
  const plain = asked.antialias ? sampling.filter((product) => holdsAll(product, { ...asked, antialias: 0 })) : [];
  if (plain.length > 0) {
    return new CropError('UNSUPPORTED', {
      what: `${op}: antialias on the tfjs backend '${tfBackend}'`,
      got: `antialias with ${parts.map(({ key, shown }) => shown(asked[key])).join(' and ')}`,
      expected: 'a combination that this backend declares with antialias',
      next: 'Leave antialias out, or choose another backend with tf.setBackend',
    });
  }
  const absent = parts.find((part) => !sampling.some((product) => holds(product, part)));
  if (absent) {
    const declared = new Set<unknown>(sampling.flatMap((product): readonly unknown[] => product[absent.list]));
    return new CropError('UNSUPPORTED', {
      what: `${op}: ${absent.key} on the tfjs backend '${tfBackend}'`,
      got: absent.shown(asked[absent.key]),
      expected: `one of ${[...declared].join(', ')}, as this backend declares`,
      next,
    });
  }
  return new CropError('UNSUPPORTED', {
    what: `${op}: this combination on the tfjs backend '${tfBackend}'`,
    got: parts.map(({ key, shown }) => shown(asked[key])).join(' with '),
    expected: `one that this backend declares: ${sampling.map(inWords).join('; or ')}`,
    next,
  });
}

function article(points: unknown): string {
  return points === 'affine' ? 'an affine' : `a ${points}`;
}

function inWords(product: Sampling): string {
  return DECLARED.map(({ list }) => `${list} ${product[list].join(', ')}`).join(' with ');
}
