import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Answer, AnswersFile, Vector, VectorFunction, VectorGroup } from '@cropgrad/conformance/vectors';

/** A program that answers vectors: one a line on stdin, one answer a line on stdout. */
export interface RunnerCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** A vector, and the function that it is of. */
export interface AskedVector {
  readonly function: VectorFunction;
  readonly vector: Vector;
}

/** Every vector of a group, to be asked. */
export function askedOf({ function: name, vectors }: Pick<VectorGroup, 'function' | 'vectors'>): AskedVector[] {
  return vectors.map((vector) => ({ function: name, vector }));
}

/**
 * Asks a runner for every vector. Where its process dies, or has not answered after `limitMs`, that is the answer, and a new
 * process goes on with the rest: a sampler that crashes or hangs loses one vector, not the run. Rejects where it does not start.
 */
export async function runVectors(
  command: RunnerCommand,
  asked: readonly AskedVector[],
  limitMs: number,
): Promise<AnswersFile> {
  const answers: Record<string, Answer> = {};
  let sampler: AnswersFile['sampler'] | undefined;
  let next = 0;
  while (sampler === undefined || next < asked.length) {
    const running = new Running(command);
    try {
      sampler = await running.started();
      for (; next < asked.length; next++) {
        const { vector } = asked[next];
        const answer = await running.answer(asked[next], limitMs);
        answers[vector.id] = answer;
        if ('hung' in answer || 'crashed' in answer) {
          next++;
          break;
        }
      }
    } finally {
      running.stop();
    }
  }
  return { version: 1, sampler, answers };
}

/** One process of a runner. */
class Running {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #lines: Interface;
  readonly #ended: Promise<string>;
  #errors = '';

  constructor({ file, args, env }: RunnerCommand) {
    this.#child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stdin.on('error', () => {});
    this.#child.stderr.on('data', (text) => {
      this.#errors = `${this.#errors}${text}`.slice(-1000);
    });
    this.#lines = createInterface({ input: this.#child.stdout });
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', ({ message }) => resolve(message));
      this.#child.on('close', (code, signal) => resolve(signal ?? `exit status ${code}`));
    });
  }

  async started(): Promise<AnswersFile['sampler']> {
    const line = await Promise.race([this.#nextLine(), this.#ended.then(() => undefined)]);
    if (line === undefined) throw new Error(`it did not start: ${lastLine(this.#errors) ?? (await this.#ended)}`);
    return (JSON.parse(line) as { sampler: AnswersFile['sampler'] }).sampler;
  }

  async answer(asked: AskedVector, limitMs: number): Promise<Answer> {
    const answered = this.#nextLine().then((line) => (JSON.parse(line) as { answer: Answer }).answer);
    this.#child.stdin.write(`${JSON.stringify(asked)}\n`);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Answer>((resolve) => {
      timer = setTimeout(() => resolve({ hung: `no answer after ${limitMs / 1000} seconds` }), limitMs);
    });
    const died = this.#ended.then((how): Answer => ({ crashed: how }));
    try {
      return await Promise.race([answered, late, died]);
    } finally {
      clearTimeout(timer);
    }
  }

  stop(): void {
    this.#lines.close();
    this.#child.kill('SIGKILL');
  }

  async #nextLine(): Promise<string> {
    const [line] = await once(this.#lines, 'line');
    return line;
  }
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1) || undefined;
}
