/** The process of one checkout, which runs its public ops. */
import { answerQuestions } from './answer-questions.js';
import type { Cell } from './cells.js';
import { Workbench } from './workbench.js';

answerQuestions<Cell>((loaded, cell) => new Workbench(loaded, cell));
