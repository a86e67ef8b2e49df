import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from './input-error.js';

/**
 * Makes a folder for results, which `--out` names, and opens the files in it: what cannot be written shows before the
 * work whose results they are. What is in them stays. Throws an InputError.
 */
export function prepareFolder(folder: string, files: readonly string[]): Promise<void> {
  return writeInto(folder, async () => {
    await makeFolder(folder);
    // Whether one may write is only known by trying: permissions do not bind root, and some file systems are fixed.
    for (const file of files) await (await open(join(folder, file), 'a')).close();
  });
}

/** Does work that writes into the folder of `--out`. Whatever fails there is an InputError: a disk may be full. */
export async function writeInto(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`--out: cannot write into ${folder} (${reason})`);
  }
}

/** Not mkdir's own option `recursive`: below a folder that takes no new ones, such as /proc, it never ends. */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    // Another process may have been faster.
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
