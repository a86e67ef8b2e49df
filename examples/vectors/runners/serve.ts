import { createInterface } from 'node:readline';
import type { AnswersFile, Vector, VectorFunction } from '@cropgrad/conformance/vectors';
import { type AnswerVector, answered } from './answered.js';

/** Answers vectors from stdin, one a line, until there are no more. */
export async function serve(sampler: AnswersFile['sampler'], answer: AnswerVector): Promise<void> {
  write({ sampler });
  for await (const line of createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line) as { function: VectorFunction; vector: Vector };
    write({ id: asked.vector.id, answer: await answered(answer, asked.function, asked.vector) });
  }
}

function write(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
