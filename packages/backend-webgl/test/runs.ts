/** Random cases per property of the whole suite, which `pnpm test:long` runs; nothing where few checks run. */
const FULL: string = process.env.CROPGRAD_FULL ?? '';

/** Whether the whole suite runs. */
export const IS_FULL: boolean = FULL !== '';

/** Random cases per property: few, as software compiles a shader for every new shape of a texture. */
export const RUNS: number = Number(FULL || 2);
