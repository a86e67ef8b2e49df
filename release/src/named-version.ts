import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages, root } from './public-packages.js';

/** A place that names the version of the packages, which are all released together. */
export interface NamedVersion {
  path: string;
  /** What stands before the version. */
  before: string;
}

/** All of these places. */
export const NAMES: readonly NamedVersion[] = [
  { path: join(root, 'packages/core/src/version.ts'), before: "VERSION = '" },
  { path: join(root, 'packages/bundle/README.md'), before: '@cropgrad/bundle@' },
  { path: join(root, 'examples/custom-backend/README.md'), before: '"@cropgrad/core": "^' },
];

/** What a file should be: its text with the version that the packages have. Throws where it names none. */
export function named({ path, before }: NamedVersion): string {
  const [{ manifest }] = publicPackages();
  const [start, ...parts] = readFileSync(path, 'utf8').split(before);
  if (parts.length === 0) throw new Error(`${path} does not name a version: it has no ${before}`);
  return [start, ...parts.map((part) => part.replace(/^\d+\.\d+\.\d+/, manifest.version))].join(before);
}
