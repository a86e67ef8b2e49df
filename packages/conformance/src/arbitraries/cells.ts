import fc from 'fast-check';
import { type Covers, offered, type Subject } from '../check.js';
import type { Cell } from './cases.js';

/** A function, and options of it drawn from what a backend declares. */
export function anyCell<Op extends Cell['op']>(
  { capabilities }: Subject,
  fixed: Covers & { op: Op; dimensions: 2 | 3 },
): fc.Arbitrary<Cell & { op: Op }> {
  const { op, dimensions, mode, paddingMode, alignCorners } = fixed;
  return fc.record({
    op: fc.constant(op),
    dimensions: fc.constant(dimensions),
    mode: mode ? fc.constant(mode) : fc.constantFrom(...offered(capabilities).modes),
    paddingMode: paddingMode ? fc.constant(paddingMode) : fc.constantFrom(...offered(capabilities).paddingModes),
    alignCorners: alignCorners === undefined ? fc.boolean() : fc.constant(alignCorners),
  });
}
