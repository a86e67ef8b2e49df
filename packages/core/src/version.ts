/** This package's version, for errors. The command that changes the version in package.json writes it here as well. */
export const VERSION = '0.1.0';
