import type fc from 'fast-check';
import { affineGridCase, sampleCase } from '../arbitraries/cases.js';
import { type Case, coordinateGradient, type Quantity } from '../case.js';
import { GRID_CELLS, SAMPLE_CELLS } from '../cells.js';
import { type Check, type CheckKind, type Covers, cellName, declares } from '../check.js';
import { forAllCases } from '../property.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';

/** Agreement with the float64 oracle on random inputs: every function, every option, the result and every gradient. */
export const oracleChecks: readonly Check[] = [
  ...GRID_CELLS.flatMap((cell) => quantities('affineGrid').map((q) => oracleCheck(cell, q, affineGridCase(cell)))),
  ...SAMPLE_CELLS.flatMap((cell) => quantities(cell.op).map((q) => oracleCheck(cell, q, sampleCase(cell)))),
];

function quantities(op: Case['op']): readonly Quantity[] {
  const own = coordinateGradient(op);
  return op === 'affineGrid' ? ['output', own] : ['output', 'dImage', own];
}

function oracleCheck(covers: Covers, quantity: Quantity, arbitrary: fc.Arbitrary<Case>): Check {
  const isForward = quantity === 'output';
  const kind: CheckKind = isForward ? 'oracle' : 'gradient';
  return {
    id: `${isForward ? 'forward' : quantity}/${cellName(covers)}`,
    title: `${isForward ? 'the result' : quantity} is the float64 oracle's, within rounding`,
    kind,
    covers,
    applies: (backend) => declares(backend, covers),
    run: (context) => {
      const precision = precisionOf(context.backend.capabilities);
      return forAllCases(context, arbitrary, (c) => verify(context, c, quantity, accept(c, quantity, precision)));
    },
  };
}
