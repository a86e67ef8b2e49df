export { type Answer, type AnswersFile, readAnswers } from './answers.js';
export { type Counts, compare, type Failure, type GroupResult, type SamplerResult } from './compare.js';
export { describeFailure, formatResults } from './format-results.js';
export { judge, type Verdict } from './judge.js';
export { describeTaps, probesOf } from './probes.js';
export { readVectors, type VectorGroup } from './read-vectors.js';
export {
  type Expected,
  type ExpectedArray,
  VECTOR_FUNCTIONS,
  VECTOR_QUANTITIES,
  type Vector,
  type VectorArray,
  type VectorFunction,
  type VectorNumber,
  type VectorOptions,
  type VectorQuantity,
} from './vector.js';
