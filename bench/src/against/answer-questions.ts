import { takeTurn } from '../turn.js';
import type { Bench } from './bench.js';
import { type Loaded, loadCheckout } from './checkout.js';
import type { Answer, Question } from './side.js';

/** Makes this process one of a checkout: questions of `startSide` come as messages, and each gets one answer. */
export function answerQuestions<C>(makeBench: (loaded: Loaded, cell: C) => Bench<C>): void {
  let loaded: Loaded | undefined;
  let bench: Bench<C> | undefined;

  const answer = async (question: Question<C>): Promise<Answer[Question<C>['do']]> => {
    if (question.do === 'load') {
      loaded = await loadCheckout(question.folder, question.backend);
      return { modes: loaded.core.MODES, paddingModes: loaded.core.PADDING_MODES };
    }
    if (!loaded) throw new Error('Nothing is loaded');
    // A process sees the numbers of one workload only.
    bench ??= makeBench(loaded, question.cell);
    const { cell } = question;
    const ready = bench;
    return question.do === 'check' ? ready.check(cell) : takeTurn(() => ready.time(cell), question.pace);
  };

  process.on('message', (question: Question<C>) => {
    answer(question).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ error: error instanceof Error ? String(error.stack) : String(error) }),
    );
  });
}
