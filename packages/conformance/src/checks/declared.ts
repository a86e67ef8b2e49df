import type { Cell } from '../arbitraries/cases.js';
import type { SampleCase } from '../case.js';
import { type Check, declares, type Subject } from '../check.js';
import { SAMPLE_CELLS } from './cells.js';

type Sampler = 'gridSample' | 'affineSample';

/** The part of the option grid that a backend declares, for one sampler. */
export function declaredCells(backend: Subject, op: SampleCase['op'], dimensions: 2 | 3): readonly Cell[] {
  return SAMPLE_CELLS.filter((cell) => cell.op === op && cell.dimensions === dimensions && declares(backend, cell));
}

/** A check of each sampler in 2-D and 3-D. */
export function perSampler(
  prefix: string,
  about: Pick<Check, 'title' | 'kind'>,
  run: (context: Parameters<Check['run']>[0], covers: { op: Sampler; dimensions: 2 | 3 }) => Promise<void>,
): Check[] {
  return (['gridSample', 'affineSample'] as const).flatMap((op) =>
    ([2, 3] as const).map((dimensions): Check => {
      const covers = { op, dimensions };
      return {
        ...about,
        id: `${prefix}/${op}/${dimensions}-D`,
        covers,
        applies: (backend) => declares(backend, covers),
        run: (context) => run(context, covers),
      };
    }),
  );
}
