import { type AntialiasedOp, antialiasedCells } from '../../arbitraries/antialias.js';
import { type Check, type CheckContext, type Covers, cellName } from '../../check.js';

/** A function that may be antialiased, in 2-D or 3-D. */
export type OpCovers = Covers & { readonly op: AntialiasedOp; readonly dimensions: 2 | 3 };

/** Every function that may be antialiased, in 2-D and 3-D. */
export const ANTIALIASED_OPS: readonly OpCovers[] = [
  { op: 'affineSample', dimensions: 2 },
  { op: 'affineSample', dimensions: 3 },
  { op: 'crop', dimensions: 2 },
  { op: 'crop', dimensions: 3 },
  { op: 'perspectiveSample', dimensions: 2 },
];

/** A check of each of these functions, where a backend declares it with antialias. */
export function perOp(
  prefix: string,
  about: Pick<Check, 'title' | 'kind'>,
  run: (context: CheckContext, covers: OpCovers) => Promise<void>,
  ops: readonly OpCovers[] = ANTIALIASED_OPS,
): Check[] {
  return ops.map((covers) => ({
    ...about,
    id: `${prefix}/${cellName(covers)}`,
    covers: { ...covers, antialias: true },
    applies: (backend) => antialiasedCells(backend, covers).length > 0,
    run: (context) => run(context, covers),
  }));
}

/** The same with so many of the random cases: each is many calls, or reads many pixels for an output. */
export function fewer(context: CheckContext, part: number): CheckContext {
  return { ...context, runs: Math.ceil(context.runs * part) };
}
