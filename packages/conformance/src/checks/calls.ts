import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { affineGridCase, sampleCase } from '../arbitraries/cases.js';
import { type Case, coordinateGradient, type Quantity, type SampleCase } from '../case.js';
import type { Check, Subject } from '../check.js';
import { declares } from '../check.js';

/** Every function of core, in 2-D and 3-D. */
export const FUNCTIONS: readonly { readonly op: Case['op']; readonly dimensions: 2 | 3 }[] = [
  ...(['affineGrid', 'gridSample', 'affineSample', 'crop'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions) => ({ op, dimensions })),
  ),
  { op: 'perspectiveSample', dimensions: 2 },
];

/** Every function of core that reads an image. */
export const SAMPLERS: readonly { readonly op: SampleCase['op']; readonly dimensions: 2 | 3 }[] = FUNCTIONS.flatMap(
  ({ op, dimensions }) => (op === 'affineGrid' ? [] : [{ op, dimensions }]),
);

/** A check of every function in 2-D and 3-D, whose options are drawn from what the backend declares. */
export function perFunction(
  prefix: string,
  about: Pick<Check, 'title' | 'kind'>,
  run: (context: Parameters<Check['run']>[0], cases: fc.Arbitrary<Case>) => Promise<void>,
): Check[] {
  return FUNCTIONS.map((covers): Check => {
    const { op, dimensions } = covers;
    return {
      ...about,
      id: `${prefix}/${op}/${dimensions}-D`,
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) => run(context, anyCall(context.backend, op, dimensions)),
    };
  });
}

/** A random call of a function, with options that the backend declares. */
export function anyCall(backend: Subject, op: Case['op'], dimensions: 2 | 3): fc.Arbitrary<Case> {
  if (op === 'affineGrid') return fc.boolean().chain((alignCorners) => affineGridCase({ alignCorners, dimensions }));
  return anyCell(backend, { op, dimensions }).chain((cell) => sampleCase(cell));
}

/** The result of a function and the gradients of all its inputs. */
export function quantitiesOf(op: Case['op']): readonly Quantity[] {
  return op === 'affineGrid' ? ['output', 'dTheta'] : ['output', 'dImage', coordinateGradient(op)];
}
