/** Whether this is `pnpm test:long`. */
export const IS_FULL: boolean = Boolean(process.env.CROPGRAD_FULL);

/**
 * Random cases per property: two, as every new shape is a new WebAssembly module or a turn of a software WebGL, and the
 * suite's default of 100 when there is time.
 */
export const RUNS: number = IS_FULL ? 100 : 2;
