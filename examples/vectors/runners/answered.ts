import type { Answer, Vector, VectorFunction, VectorNumber } from '@cropgrad/conformance/vectors';

/** What a runner does with a vector. */
export type AnswerVector = (name: VectorFunction, vector: Vector) => Promise<Answer>;

/** Thrown by a runner for what its sampler does not have. */
export class Unsupported extends Error {}

/** The answer of a runner, or the word for why there is none. */
export async function answered(answer: AnswerVector, name: VectorFunction, vector: Vector): Promise<Answer> {
  try {
    return await answer(name, vector);
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.message };
    return { error: (error instanceof Error ? error.message : String(error)).split('\n')[0] };
  }
}

/** A number as JSON can hold it. */
export function written(x: number): VectorNumber {
  return Number.isFinite(x) ? x : (String(x) as VectorNumber);
}
