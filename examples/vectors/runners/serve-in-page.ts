import type { AnswersFile } from '@cropgrad/conformance/vectors';
import { type AnswerVector, answered } from './answered.js';

/** What in-chromium.ts finds as a global of the page. */
export interface PageRunner {
  readonly sampler: AnswersFile['sampler'];
  readonly answer: AnswerVector;
}

/** Stands in for `serve` in a page: what asks there is in-chromium.ts. */
export async function serve(sampler: AnswersFile['sampler'], answer: AnswerVector): Promise<void> {
  const runner: PageRunner = { sampler, answer: (name, vector) => answered(answer, name, vector) };
  Object.assign(globalThis, { runner });
}
