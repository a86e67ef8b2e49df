import { readFile, writeFile } from 'node:fs/promises';
import { dump, parse } from 'npyjs';

/** A float32 array and its shape. */
export interface NpyArray {
  shape: number[];
  data: Float32Array;
}

/** Writes a NumPy file. */
export async function saveNpy(path: string, { data, shape }: NpyArray): Promise<void> {
  await writeFile(path, new Uint8Array(dump(data, shape)));
}

/** Reads a NumPy file of float32 in C order, which is what {@link saveNpy} and the peers write. */
export async function loadNpy(path: string): Promise<NpyArray> {
  const bytes = await readFile(path);
  const { data, shape, fortranOrder } = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  if (!(data instanceof Float32Array) || fortranOrder) throw new Error(`${path} is not float32 in C order`);
  return { data, shape };
}
