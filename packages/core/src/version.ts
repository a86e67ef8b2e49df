/** This package's version, for errors. A test holds it equal to the one in package.json. */
export const VERSION = '0.1.0';
