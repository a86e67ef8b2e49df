/**
 * A function that does `work` once at a time. Of the calls that come in meanwhile only the last one counts, so that fast
 * input never queues up. `work` must not throw.
 */
export function latestOnly<T>(work: (input: T) => Promise<void>): (input: T) => void {
  let isBusy = false;
  let next: { input: T } | undefined;
  return async (input) => {
    next = { input };
    if (isBusy) return;
    isBusy = true;
    while (next) {
      const { input: newest }: { input: T } = next;
      next = undefined;
      await work(newest);
    }
    isBusy = false;
  };
}
