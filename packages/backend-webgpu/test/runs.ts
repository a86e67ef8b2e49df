/** Whether this is `pnpm test:long`. */
export const IS_FULL: boolean = Boolean(process.env.CROPGRAD_FULL);
