export const repository: string;
export const address: URL;
export const packagesFolder: URL;
export const tutorialSource: string;
export const packages: { folder: string; name: string; description: string; version: string; exports: object }[];
export const modules: { name: string; readers: string; source: URL }[];
export const version: string;
