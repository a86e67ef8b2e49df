import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeVectors } from './make-vectors.js';

/** Writes the vectors again. */
const folder = fileURLToPath(new URL('../vectors', import.meta.url));
for (const [path, text] of makeVectors()) {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  await writeFile(file, text);
}
