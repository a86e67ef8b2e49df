import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Expected, Vector, VectorFunction } from './vector.js';

/** A group of vectors as its two files hold it. */
export interface VectorGroup {
  readonly function: VectorFunction;
  readonly group: string;
  readonly about: string;
  readonly vectors: readonly Vector[];
  readonly expected: Readonly<Record<string, Expected>>;
}

interface ManifestFile {
  readonly file: string;
  readonly sha256: string;
}

interface Manifest {
  readonly version: number;
  readonly groups: readonly {
    readonly function: VectorFunction;
    readonly group: string;
    readonly about: string;
    readonly cases: ManifestFile;
    readonly expected: ManifestFile;
  }[];
}

/** Every group of a folder of vectors. Rejects if a file is not the one that the manifest names by its SHA-256. */
export async function readVectors(folder: string): Promise<VectorGroup[]> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`${folder}: there is no manifest.json; expected the folder vectors of @cropgrad/conformance`);
  });
  const { version, groups } = JSON.parse(text) as Manifest;
  if (version !== 1) throw new Error(`${folder}: vectors of version ${version}; this command reads version 1`);
  return Promise.all(
    groups.map(async ({ function: name, group, about, cases, expected }) => ({
      ...{ function: name, group, about },
      vectors: (await readChecked(folder, cases)) as Vector[],
      expected: (await readChecked(folder, expected)) as Record<string, Expected>,
    })),
  );
}

async function readChecked(folder: string, { file, sha256 }: ManifestFile): Promise<unknown> {
  const bytes = await readFile(join(folder, file));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Error(
      `${join(folder, file)}: the file was changed: its SHA-256 is not the manifest's. Take a fresh copy`,
    );
  }
  return JSON.parse(bytes.toString('utf8'));
}
