import { antialiasCases } from '../src/antialias-fixtures.js';
import type { Case, CaseOptions, NdArray } from '../src/case.js';
import { type AnyFixture, exactKinkCases, fixtureCases } from '../src/fixtures.js';
import { channelsFirst } from '../src/layout.js';
import { take } from '../src/rearrange.js';
import {
  toVectorNumber,
  type Vector,
  type VectorArray,
  type VectorFunction,
  type VectorOptions,
} from '../src/vectors/vector.js';

const PYTORCH = 'PyTorch 2.13';
const TILED = 'PyTorch 2.13, in an image that is repeated';

const NAMES: Record<Case['op'], VectorFunction> = {
  affineGrid: 'affine_grid',
  gridSample: 'grid_sample',
  affineSample: 'affine_sample',
  perspectiveSample: 'perspective_sample',
  crop: 'crop',
};

/** The fixtures of a function whose options other samplers have, too: away from kinks, or exactly on them. */
export function fromFixtures(name: VectorFunction, where: 'off kinks' | 'on kinks'): Vector[] {
  const fixtures: readonly AnyFixture[] = where === 'on kinks' ? exactKinkCases() : fixtureCases();
  return fixtures
    .filter((fixture) => NAMES[fixture.op] === name && isCommon(fixture))
    .map((fixture) => {
      const vector = vectorOf(fixture);
      const kinks = vector.options.mode === 'nearest' ? ['kink', 'tie'] : ['kink'];
      return where === 'on kinks' ? { ...vector, tags: [...vector.tags, ...kinks] } : vector;
    });
}

/** The antialiased fixtures of whole images and of boxes. */
export function fromAntialiasFixtures(): Vector[] {
  return antialiasCases()
    .filter(isCommon)
    .map((fixture) => {
      // Whole images are given as the identity.
      const crops = fixture.dy.shape[0];
      const whole = { shape: [crops, 4], data: Array.from({ length: crops }, () => [-1, -1, 1, 1]).flat() };
      const vector = vectorOf({ ...fixture, op: 'crop', boxes: fixture.op === 'crop' ? fixture.boxes : whole });
      const peers = { torch: PYTORCH, pillow: 'Pillow 12.3', jax: 'JAX 0.10.2' };
      return {
        ...vector,
        id: fixture.id.replace(/^\w+\//, ''),
        source: peers[fixture.peer],
        tags: ['antialias', fixture.peer],
      };
    });
}

function isCommon({ options }: { options: Partial<CaseOptions> }): boolean {
  const { fillValue = 0, cutoff, rounding, cubicCoefficient, antialias } = options;
  const isPlain = antialias === undefined || antialias === true;
  return fillValue === 0 && isPlain && cutoff === undefined && rounding === undefined && cubicCoefficient === undefined;
}

function vectorOf(fixture: Case & { readonly id: string }): Vector {
  const { id, op, dy } = fixture;
  const [, ...rest] = id.split('/');
  const is3d = fixture.dimensions === 3 ? ['3d'] : [];
  if (op === 'affineGrid') {
    const options: VectorOptions = { size: fixture.size, align_corners: fixture.options.alignCorners };
    return {
      id: named(rest),
      tags: is3d,
      source: PYTORCH,
      options,
      inputs: { theta: written(fixture.theta) },
      dy: written(dy),
    };
  }
  const { mode, paddingMode, alignCorners } = fixture.options;
  const sampler = { mode, padding_mode: paddingMode, align_corners: alignCorners };
  const image = written(channelsFirst(repeated(fixture.image, fixture.options.imageIndex, dy.shape[0])));
  const [name, coordinates] =
    op === 'gridSample'
      ? (['grid', fixture.grid] as const)
      : op === 'crop'
        ? (['boxes', fixture.boxes] as const)
        : (['theta', fixture.theta] as const);
  return {
    id: named(rest),
    tags: [...is3d, ...(mode === 'bicubic' ? ['bicubic'] : []), ...(paddingMode === 'wrap' ? ['wrap'] : [])],
    source: paddingMode === 'wrap' ? TILED : PYTORCH,
    options: op === 'gridSample' ? sampler : { size: fixture.size, ...sampler },
    inputs: { image, [name]: written(coordinates) },
    dy: written(channelsFirst(dy)),
  };
}

function named(parts: readonly string[]): string {
  return parts.join('/').replace('alignCorners', 'align_corners');
}

/** One image for every output, as other samplers have no index. */
function repeated(image: NdArray, index: readonly number[] | undefined, crops: number): NdArray {
  return take(
    image,
    0,
    Array.from({ length: crops }, (_, n) => index?.[n] ?? (image.shape[0] === 1 ? 0 : n)),
  );
}

function written({ shape, data }: NdArray): VectorArray {
  return { shape, data: Array.from(data, toVectorNumber) };
}
