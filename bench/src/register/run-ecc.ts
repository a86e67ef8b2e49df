import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Cell } from './cells.js';
import type { Pair } from './make-pairs.js';
import type { Warp } from './warp.js';

/** What a program answered for a pair. */
export interface Answer {
  /** From pixels of the fixed image to pixels of the moving one; null where it gave up. */
  warp: Warp | null;
  /** Of the processor. */
  seconds: number;
}

/** OpenCV's answers, by cell and pair, or why there are none. */
export async function runEcc(
  cells: readonly { cell: Cell; pairs: readonly Pair[] }[],
): Promise<{ version: string; cells: Answer[][] } | { absent: string }> {
  const python = process.env.CROPGRAD_PYTHON;
  if (!python) return { absent: 'CROPGRAD_PYTHON names no Python' };
  const folder = await mkdtemp(join(tmpdir(), 'cropgrad-register-'));
  try {
    const asked = [];
    for (const [c, { cell, pairs }] of cells.entries()) {
      const files = [];
      for (const [p, pair] of pairs.entries()) {
        const write = async (name: string, data: Uint8Array, { width, height }: Pair['fixedSize']) => {
          const file = `${c}-${p}-${name}.raw`;
          await writeFile(join(folder, file), data);
          return { file, shape: [height, width] };
        };
        const { movingSize, fixedSize, fixedMask } = pair;
        files.push({
          moving: await write('moving', pair.moving, movingSize),
          fixed: await write('fixed', pair.fixed, fixedSize),
          fixedMask: fixedMask && (await write('mask', fixedMask, fixedSize)),
          first: [
            [1, 0, (movingSize.width - fixedSize.width) / 2],
            [0, 1, (movingSize.height - fixedSize.height) / 2],
            [0, 0, 1],
          ],
        });
      }
      asked.push({ model: cell.model, pairs: files });
    }
    await writeFile(join(folder, 'cells.json'), JSON.stringify(asked));
    const script = join(import.meta.dirname, 'ecc.py');
    const { stdout } = await promisify(execFile)(python, [script, folder], { maxBuffer: 2 ** 28 });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
