import { fork } from 'node:child_process';
import type { NpyArray } from '../npy.js';
import type { TurnPace } from '../turn.js';
import type { SharedOptions } from './cells.js';
import type { BackendName } from './checkout.js';

/** What is asked of a checkout's process: to load its packages, first; to run a cell once; to time it. */
export type Question<C> =
  | { do: 'load'; folder: string; backend: BackendName }
  | { do: 'check'; cell: C }
  | { do: 'time'; cell: C; pace: TurnPace };

/** What comes back: the options that it knows; what the cell computes; the milliseconds of the calls of a turn. */
export interface Answer {
  load: SharedOptions;
  check: NpyArray[];
  time: number[];
}

/** A checkout in a process of its own. */
export interface Side<C> {
  options: SharedOptions;
  check(cell: C): Promise<NpyArray[]>;
  time(cell: C, pace: TurnPace): Promise<number[]>;
  close(): void;
}

/**
 * Starts a process and loads a built checkout there. What goes wrong in it is thrown here.
 *
 * @param worker The process: a module that calls `answerQuestions`.
 */
export async function startSide<C>(worker: URL, folder: string, backend: BackendName): Promise<Side<C>> {
  const child = fork(worker, {
    // Not the conditions of this process: it is the built packages that are measured.
    execArgv: ['--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ask = <Q extends Question<C>>(question: Q): Promise<Answer[Q['do']]> =>
    new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(`The process of ${folder} ended while asked to ${question.do}`));
      child.once('exit', ended);
      child.once('message', ({ value, error }: { value: Answer[Q['do']]; error?: string }) => {
        child.off('exit', ended);
        if (error === undefined) resolve(value);
        else reject(new Error(`${folder}: ${error}`));
      });
      child.send(question);
    });
  return {
    options: await ask({ do: 'load', folder, backend }),
    check: (cell) => ask({ do: 'check', cell }),
    time: (cell, pace) => ask({ do: 'time', cell, pace }),
    close: () => void child.disconnect(),
  };
}
