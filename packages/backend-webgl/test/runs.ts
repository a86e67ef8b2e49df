/** Whether this is `pnpm test:long`. */
export const IS_FULL: boolean = Boolean(process.env.CROPGRAD_FULL);

/** Random cases per property: few, as software compiles a shader for every new shape of a texture. */
export const RUNS: number = IS_FULL ? Number(process.env.CROPGRAD_FULL) : 2;
