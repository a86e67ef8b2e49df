/**
 * The version of the contract between core and its backends. It grows when a backend made for the version before would give
 * wrong results. A new optional kernel or capability does not change it.
 */
export const CONTRACT = 2;

/** Put before a kernel's name in tfjs's registry, so that it differs from tfjs's own kernels and from those of another contract. */
export const KERNEL_PREFIX: string = `Cropgrad${CONTRACT}`;

/** The prefix of contract 1, whose kernels may be there too when an older copy of core is. */
export const FIRST_KERNEL_PREFIX = 'Cropgrad';
