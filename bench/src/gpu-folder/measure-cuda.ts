import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type DataSet, saveDataSet } from '../data-set.js';

/** PyTorch's kernels on the same card: milliseconds by workload and task; or why there are none. */
export type CudaResults =
  | { absent: string }
  | { device: string; torch: string; ms: Record<string, Record<string, number>> };

/** Times PyTorch's CUDA kernels on the same numbers, with the Python that CROPGRAD_PYTHON names. */
export async function measureCuda(dataSets: readonly DataSet[], say: (text: string) => void): Promise<CudaResults> {
  const python = process.env.CROPGRAD_PYTHON;
  if (!python) return { absent: 'CROPGRAD_PYTHON names no Python' };
  const folder = await mkdtemp(join(tmpdir(), 'cropgrad-cuda-'));
  try {
    say('PyTorch');
    for (const data of dataSets) await saveDataSet(join(folder, data.workload.name), data);
    const names = dataSets.map(({ workload }) => workload.name);
    const { stdout } = await promisify(execFile)(python, [
      join(import.meta.dirname, 'pytorch-cuda.py'),
      folder,
      ...names,
    ]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}
