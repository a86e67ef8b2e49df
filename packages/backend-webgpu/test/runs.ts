/** Random cases per property of the whole suite, which `pnpm test:long` runs; nothing where some checks run. */
const FULL: string = process.env.CROPGRAD_FULL ?? '';

/** Whether this is `pnpm test:long`. */
export const IS_FULL: boolean = FULL !== '';

/** Random cases per property. */
export const RUNS: number = Number(FULL || 2);
