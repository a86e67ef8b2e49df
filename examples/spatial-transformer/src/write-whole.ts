import { rename, writeFile } from 'node:fs/promises';

/** Writes a file at once: whoever stops in the middle leaves what was there before. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}
