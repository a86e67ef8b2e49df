/** The process of one checkout: questions from {@link startSide} come as messages, and each gets one answer. */
import { takeTurn } from '../turn.js';
import { type Loaded, loadCheckout } from './checkout.js';
import type { Answer, Question } from './side.js';
import { Workbench } from './workbench.js';

let loaded: Loaded | undefined;
let workbench: Workbench | undefined;

process.on('message', (question: Question) => {
  answer(question).then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? String(error.stack) : String(error) }),
  );
});

async function answer(question: Question): Promise<Answer[Question['do']]> {
  if (question.do === 'load') {
    loaded = await loadCheckout(question.folder, question.backend);
    return { modes: loaded.core.MODES, paddingModes: loaded.core.PADDING_MODES };
  }
  if (!loaded) throw new Error('Nothing is loaded');
  // A process sees one workload only.
  workbench ??= new Workbench(loaded, question.cell);
  const bench = workbench;
  if (question.do === 'check') {
    const { result } = bench.run(question.cell);
    const data = await result.data<'float32'>();
    result.dispose();
    return { shape: result.shape, data };
  }
  const time = (): number => {
    const { result, ms } = bench.run(question.cell);
    result.dispose();
    return ms;
  };
  return takeTurn(time, question.pace);
}
