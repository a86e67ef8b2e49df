import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readAnswers } from '../vectors/answers.js';
import { compare } from '../vectors/compare.js';
import { formatResults } from '../vectors/format-results.js';
import { readVectors } from '../vectors/read-vectors.js';

/** The vectors that this package has with it. */
export const OWN_VECTORS: string = fileURLToPath(new URL('../../vectors', import.meta.url));

/** Compares files of answers with vectors, prints how each sampler did, and gives the exit status: 1 where anything failed. */
export async function compareAnswers(
  {
    vectors = OWN_VECTORS,
    answers,
    json,
  }: { vectors?: string | undefined; answers: string; json?: string | undefined },
  print: (text: string) => void,
): Promise<number> {
  const groups = await readVectors(vectors);
  const results = (await readAnswers(answers)).map((file) => compare(groups, file));
  if (json !== undefined) await writeFile(json, `${JSON.stringify(results, undefined, 2)}\n`);
  print(`${formatResults(results)}\n`);
  return results.every((result) => result.groups.every(({ failures }) => failures.length === 0)) ? 0 : 1;
}
