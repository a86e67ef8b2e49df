import fc from 'fast-check';
import { type Cell, declaredCells } from '../cells.js';
import type { Covers, Subject } from '../check.js';

/** A sampler with options drawn from what a backend declares, but for those that are given. */
export function anyCell<Op extends Cell['op']>(
  backend: Subject,
  fixed: Covers & { readonly op: Op },
): fc.Arbitrary<Cell & { readonly op: Op }> {
  return fc.constantFrom(...declaredCells(backend, fixed));
}
