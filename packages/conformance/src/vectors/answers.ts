import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VectorNumber, VectorQuantity } from './vector.js';

/** What a sampler gave for one vector: numbers of some quantities, or why there are none. */
export type Answer =
  | Readonly<Partial<Record<VectorQuantity, readonly VectorNumber[]>>>
  | { readonly unsupported: string }
  | { readonly error: string }
  | { readonly crashed: string }
  | { readonly hung: string };

/** A file of answers, as a runner writes it. */
export interface AnswersFile {
  readonly version: 1;
  readonly sampler: {
    readonly name: string;
    readonly version: string;
    /** What really ran: provider, adapter, opset. */
    readonly ran?: string;
    /** Tags of vectors that this sampler answers by a rule of its own, on purpose, and what that rule is. */
    readonly differs?: Readonly<Record<string, string>>;
  };
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Every file of answers in a folder. Several files of one sampler, such as one for each group, are merged. */
export async function readAnswers(folder: string): Promise<AnswersFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) throw new Error(`${folder}: there is no .json file of answers`);
  const found = new Map<string, AnswersFile>();
  for (const name of names) {
    const file = parseAnswers(join(folder, name), await readFile(join(folder, name), 'utf8'));
    const before = found.get(file.sampler.name);
    found.set(file.sampler.name, before ? { ...before, answers: { ...before.answers, ...file.answers } } : file);
  }
  return [...found.values()];
}

function parseAnswers(path: string, text: string): AnswersFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error(`${path}: this is not JSON; NaN and infinities are the strings "NaN", "Infinity", "-Infinity"`);
  }
  if (isAnswersFile(file)) return file;
  throw new Error(`${path}: expected { "version": 1, "sampler": { "name", "version" }, "answers": { id: … } }`);
}

function isAnswersFile(value: unknown): value is AnswersFile {
  if (typeof value !== 'object' || value === null) return false;
  const { version, sampler, answers } = value as Partial<Record<keyof AnswersFile, unknown>>;
  const named = sampler as Partial<AnswersFile['sampler']> | null | undefined;
  return version === 1 && typeof answers === 'object' && answers !== null && typeof named?.name === 'string';
}
