import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the workspace. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** Files by what is imported, e.g. `./backend`: one, or one for each condition. */
export type Exports = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** As much of a package.json as is read here. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  keywords: readonly string[];
  sideEffects: boolean | readonly string[];
  bin?: Readonly<Record<string, string>>;
  exports: Exports;
  publishConfig: { access: string; exports?: Exports };
  files: readonly string[];
  devDependencies?: Readonly<Record<string, string>>;
}

/** A package that is published. */
export interface PublicPackage {
  /** Its folder in `packages/`. */
  folder: string;
  manifest: Manifest;
}

/** All packages that are published; a new folder in `packages/` is one of them unless it says that it is private. */
export function publicPackages(): PublicPackage[] {
  return readdirSync(join(root, 'packages'))
    .map((folder) => ({ folder, manifest: readManifest(folder) }))
    .filter(({ manifest }) => manifest.private !== true);
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
}
