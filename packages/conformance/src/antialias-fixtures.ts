import antialias from '../fixtures/antialias.json' with { type: 'json' };
import type { AffineSampleCase, CropCase, Quantity } from './case.js';
import type { Fixture, FixtureArray } from './fixtures.js';

/** Who was asked: PyTorch for whole images, Pillow for boxes, JAX for boxes and their gradient. */
export type Peer = 'torch' | 'pillow' | 'jax';

/** An antialiased call, with what a peer answers; only JAX knows a gradient of boxes, and Pillow none. */
export type AntialiasFixture = (Fixture<AffineSampleCase, 'output' | 'dImage'> | Fixture<CropCase, 'output'>) & {
  readonly peer: Peer;
  readonly dImage?: FixtureArray;
  readonly dBoxes?: FixtureArray;
  /** How exact the peer's numbers are, where it does not calculate in float64. */
  readonly accuracy?: number;
};

/** Reference cases of antialias away from every kink: smaller in all axes, much smaller, and smaller in some only. */
export function antialiasCases(): readonly AntialiasFixture[] {
  return antialias;
}

/** What a peer answered, quantity by quantity. */
export function answersOfPeer({ output, dImage, dBoxes }: AntialiasFixture): [Quantity, FixtureArray][] {
  return [
    ['output', output],
    ...(dImage ? [['dImage', dImage] as [Quantity, FixtureArray]] : []),
    ...(dBoxes ? [['dBoxes', dBoxes] as [Quantity, FixtureArray]] : []),
  ];
}
