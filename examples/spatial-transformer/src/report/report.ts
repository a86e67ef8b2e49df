import { join } from 'node:path';
import { InputError } from '../../../../commands/input-error.js';
import { readResults } from '../results.js';
import { writeWhole } from '../write-whole.js';
import { curves } from './curves.js';
import { reportText } from './text.js';

/** Makes README.md, the tables, and curves.svg from the results in a folder, beside them. */
export async function report(folder: string): Promise<void> {
  const results = await readResults(folder);
  if (results.length === 0) throw new InputError(`${folder} has no results`);
  await writeWhole(join(folder, 'curves.svg'), `${await curves(results)}\n`);
  await writeWhole(join(folder, 'README.md'), reportText(results));
}
