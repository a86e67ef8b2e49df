import { createInterface } from 'node:readline';
import type { Answer, AnswersFile, Vector, VectorFunction } from '@cropgrad/conformance/vectors';

/** Thrown by a runner for what its sampler does not have. */
export class Unsupported extends Error {}

/** Answers vectors from stdin, one a line, until there are no more. */
export async function serve(
  sampler: AnswersFile['sampler'],
  answer: (name: VectorFunction, vector: Vector) => Promise<Answer>,
): Promise<void> {
  write({ sampler });
  for await (const line of createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line) as { function: VectorFunction; vector: Vector };
    write({ id: asked.vector.id, answer: await answered(() => answer(asked.function, asked.vector)) });
  }
}

async function answered(answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.message };
    return { error: (error instanceof Error ? error.message : String(error)).split('\n')[0] };
  }
}

function write(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
