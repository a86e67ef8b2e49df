/** The process of one checkout, which runs its kernels. */
import { answerQuestions } from '../against/answer-questions.js';
import type { SweepCell } from './cells.js';
import { KernelBench } from './kernel-bench.js';

answerQuestions<SweepCell>((loaded, cell) => new KernelBench(loaded, cell));
