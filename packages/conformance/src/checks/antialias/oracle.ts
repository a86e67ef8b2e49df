import { PADDING_MODES } from '@cropgrad/core';
import { type AntialiasedOp, antialiasedCase, antialiasedCells } from '../../arbitraries/antialias.js';
import type { Quantity } from '../../case.js';
import { type Check, type Covers, cellName } from '../../check.js';
import { forAllCases } from '../../property.js';
import { accept } from '../../tolerance/index.js';
import { precisionOf } from '../../tolerance/precision.js';
import { verify } from '../../verify.js';

/** A call reads many pixels for each output: fewer of them do. */
const CASES_PER_RUN = 1 / 2;

/** Agreement with the float64 oracle on random antialiased calls, with every padding; the mode is drawn. */
export const antialiasOracleChecks: readonly Check[] = PADDING_MODES.flatMap((paddingMode) => [
  ...([2, 3] as const).flatMap((dimensions) =>
    (['output', 'dImage', 'dTheta'] as const).map((quantity) =>
      oracleCheck(quantity, { op: 'affineSample', paddingMode, dimensions }),
    ),
  ),
  ...(['output', 'dImage', 'dTheta'] as const).map((quantity) =>
    oracleCheck(quantity, { op: 'perspectiveSample', paddingMode, dimensions: 2 }),
  ),
  oracleCheck('dBoxes', { op: 'crop', paddingMode }),
]);

function oracleCheck(quantity: Quantity, cell: Covers & { readonly op: AntialiasedOp }): Check {
  const isForward = quantity === 'output';
  return {
    id: `${isForward ? 'forward' : quantity}/antialias/${cellName(cell)}`,
    title: `${isForward ? 'the result' : quantity} is the float64 oracle's under antialias, within rounding`,
    kind: isForward ? 'oracle' : 'gradient',
    covers: { ...cell, antialias: true },
    applies: (backend) => antialiasedCells(backend, cell).length > 0,
    run: (context) => {
      const precision = precisionOf(context.backend.capabilities);
      const runs = Math.ceil(context.runs * CASES_PER_RUN);
      return forAllCases({ ...context, runs }, antialiasedCase(context.backend, cell), (c) =>
        verify(context, c, quantity, accept(c, quantity, precision)),
      );
    },
  };
}
