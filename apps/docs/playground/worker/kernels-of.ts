import { KERNEL_PREFIX } from '@cropgrad/core/backend';
import { profile } from '@tensorflow/tfjs-core';

/** Does some work, and says which kernels of ours it ran. */
export async function kernelsOf<T>(work: () => Promise<T>): Promise<{ result: T; kernels: string[] }> {
  const outcomes: PromiseSettledResult<T>[] = [];
  // Work that fails must not fail within `profile`, which would then go on profiling whatever comes after.
  const { kernelNames } = await profile(async () => {
    outcomes.push(...(await Promise.allSettled([work()])));
  });
  const [outcome] = outcomes;
  if (outcome.status === 'rejected') throw outcome.reason;
  return { result: outcome.value, kernels: kernelNames.filter((name) => name.startsWith(KERNEL_PREFIX)) };
}
