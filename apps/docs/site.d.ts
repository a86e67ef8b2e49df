export const repository: string;
export const address: URL;
export const packagesFolder: URL;
export const tutorialSource: string;
export const packages: { folder: string; name: string; version: string; description: string; exports: object }[];
export const modules: { name: string; readers: 'users' | 'authors' | 'others'; source: URL }[];
export const version: string;
