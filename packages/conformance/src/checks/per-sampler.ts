import { type Check, declares } from '../check.js';

type Sampler = 'gridSample' | 'affineSample';

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
