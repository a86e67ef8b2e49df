import { CropError } from '@cropgrad/core';
import type { CropBackend } from '@cropgrad/core/backend';
import { describeValue } from '@cropgrad/core/backend';
import type { KernelBackend } from '@tensorflow/tfjs-core';
import { DEFAULT_RUNS, DEFAULT_SEED } from './defaults.js';

/** Options of `testBackend`. */
export interface TestBackendOptions<B extends KernelBackend = KernelBackend> {
  /** Makes the backend under test, once. Its tfjs backend must be registered before: import it in the test file. */
  create: () => CropBackend<B> | Promise<CropBackend<B>>;
  /** Random cases per property, a whole number from 1. Default 100. */
  runs?: number;
  /**
   * Seed of the random cases, a whole number. The suite's title shows it. Default: the environment variable CROPGRAD_SEED,
   * which a scheduled build may set, or else the same seed every time.
   */
  seed?: number;
  /** Ids of the checks to run, if there is no time for all. Each must be one that applies. Default: all of them. */
  checks?: readonly string[];
  /** Checks that are expected to fail, id → reason. If one passes, the suite fails; an id that does not run is refused. */
  knownFailures?: Readonly<Record<string, string>>;
  /**
   * The path of a file that keeps the inputs for which random checks failed. They are tried first the next time, with any seed.
   * Commit it. Only in Node. Default: no file.
   */
  failures?: string;
}

const KEYS: readonly PropertyKey[] = ['create', 'runs', 'seed', 'checks', 'knownFailures', 'failures'];

/** The options with their defaults; `checks` are all of them where it is undefined. */
type ResolvedOptions<B extends KernelBackend> = Required<Omit<TestBackendOptions<B>, 'checks' | 'failures'>> & {
  checks: readonly string[] | undefined;
  failures: string | undefined;
};

/** Fills in the defaults of {@link TestBackendOptions} from its own keys, and refuses what is not right (`INVALID_OPTION`). */
export function resolveTestOptions<B extends KernelBackend>(
  name: string,
  options: TestBackendOptions<B>,
): ResolvedOptions<B> {
  if (typeof name !== 'string' || name === '') {
    throw invalid('name', describeValue(name), 'a string', 'Pass the name that the suite has in reports');
  }
  const read = plainCopy('options', options, 'an object', 'Pass { create: () => myBackend() }');
  for (const key of Reflect.ownKeys(read)) {
    if (KEYS.includes(key)) continue;
    throw invalid('options', `the unknown key ${describeValue(key)}`, KEYS.join(', '), 'Check the spelling');
  }
  const create = own(read, 'create', undefined);
  if (typeof create !== 'function') {
    throw invalid('create', describeValue(create), 'a function', 'Pass create: () => myBackend()');
  }
  return {
    create,
    runs: requireRuns('testBackend: runs', own(read, 'runs', DEFAULT_RUNS)),
    seed: requireSeed('testBackend: seed', own(read, 'seed', DEFAULT_SEED)),
    checks: resolveChecks(own(read, 'checks', undefined)),
    knownFailures: resolveKnownFailures(own(read, 'knownFailures', {})),
    failures: resolveFailures(own(read, 'failures', undefined)),
  };
}

/** The value, if it is a number of random cases: a whole number from 1 (`INVALID_OPTION`). */
export function requireRuns(what: string, runs: unknown): number {
  if (typeof runs === 'number' && Number.isSafeInteger(runs) && runs >= 1) return runs;
  const next = 'Pass how many random cases to try for each property';
  throw new CropError('INVALID_OPTION', { what, got: describeValue(runs), expected: 'a whole number from 1', next });
}

/** The value, if it is a seed: a whole number (`INVALID_OPTION`). */
export function requireSeed(what: string, seed: unknown): number {
  if (typeof seed === 'number' && Number.isSafeInteger(seed)) return seed;
  const next = 'Pass a whole number, or leave it out and set the environment variable CROPGRAD_SEED';
  throw new CropError('INVALID_OPTION', { what, got: describeValue(seed), expected: 'a whole number', next });
}

function resolveFailures(file: unknown): string | undefined {
  if (file === undefined || (typeof file === 'string' && file !== '')) return file;
  throw invalid('failures', describeValue(file), 'the path of a file', "Pass 'test/failures.json', or leave it out");
}

function resolveChecks(checks: unknown): readonly string[] | undefined {
  if (checks === undefined) return undefined;
  const ids = textsOf(checks);
  if (ids.length > 0) return ids;
  const next = "Pass ['edge/no-leak/crop/2-D'], or leave it out to run all";
  throw invalid('checks', describeValue(checks), 'a list of at least one id of a check', next);
}

/** A copy of a list of texts; an empty one where the value is anything else. */
function textsOf(value: unknown): readonly string[] {
  const texts: string[] = [];
  try {
    if (!Array.isArray(value)) return [];
    for (const text of value) {
      if (typeof text !== 'string') return [];
      texts.push(text);
    }
  } catch {
    // A getter or a proxy stands in the way.
    return [];
  }
  return texts;
}

function resolveKnownFailures(knownFailures: unknown): Readonly<Record<string, string>> {
  const expected = 'an object with the ids of checks as keys and the reasons as values';
  const next = "Pass { 'edge/no-leak/crop/2-D': 'the reason' }";
  const read = plainCopy('knownFailures', knownFailures, expected, next);
  const resolved: Record<string, string> = Object.create(null);
  for (const id of Reflect.ownKeys(read)) {
    const reason: unknown = Reflect.get(read, id);
    if (typeof id !== 'string' || typeof reason !== 'string') {
      throw invalid('knownFailures', `${describeValue(id)}: ${describeValue(reason)}`, expected, next);
    }
    resolved[id] = reason;
  }
  return resolved;
}

/** The value of one of an object's own keys, or the fallback where it is undefined: what it inherits is not read. */
function own<T extends object, K extends keyof T, F>(object: T, key: K, fallback: F): T[K] | F {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return value === undefined ? fallback : value;
}

/** Copies an object's own keys, each read once. Refuses an array, a Map, a Promise and the like, and what throws when it is read. */
function plainCopy<T>(name: string, value: T, expected: string, next: string): T & object {
  if (typeof value !== 'object' || value === null || describeValue(value) !== 'an object') {
    throw invalid(name, describeValue(value), expected, next);
  }
  try {
    return { ...value };
  } catch {
    // A getter or a proxy stands in the way.
    throw invalid(name, 'an object that throws when it is read', expected, next);
  }
}

function invalid(name: string, got: string, expected: string, next: string): CropError {
  return new CropError('INVALID_OPTION', { what: `testBackend: ${name}`, got, expected, next });
}
