import { attempt } from '../inputs/attempt.js';
import { describeValue } from '../inputs/describe-value.js';
import { DATA_FORMATS, MODES, PADDING_MODES } from '../inputs/options.js';
import { type Capabilities, POINTS, type Sampling } from './capabilities.js';

/** What a part may be: a test of its value, and the same in words. */
type Rule = [test: (value: unknown) => boolean, words: string];

const SAMPLING: { [K in keyof Required<Sampling>]: Rule } = {
  modes: listOf(MODES),
  paddingModes: listOf(PADDING_MODES),
  dimensions: listOf([2, 3]),
  points: listOf(POINTS),
  antialias: [(value) => value === undefined || typeof value === 'boolean', 'true or false'],
};

const CAPABILITIES: { [K in keyof Required<Omit<Capabilities, 'sampling'>>]: Rule } = {
  dataFormats: listOf(DATA_FORMATS),
  imageDtypes: [
    (value) => isListOf(value, ['float32', 'int32', 'bool']) && value.includes('float32'),
    "dtypes with 'float32' among them",
  ],
  precision: [(value) => value === 'f32' || value === 'f16', "'f32' or 'f16'"],
  syncReads: [(value) => typeof value === 'boolean', 'true or false'],
  order: [(value) => value === 1 || value === 2, '1 or 2'],
  exactIntegers: [
    (value) => value === undefined || (Number.isInteger(value) && Number(value) > 0),
    'a whole number above 0',
  ],
  flushesDenormals: [(value) => value === undefined || typeof value === 'boolean', 'true or false'],
};

/** No correct list of capabilities is longer: further entries could only repeat. */
const LONGEST_LIST = 16;

/**
 * Copies capabilities, each part read once, so that what is checked is what is used. Says what is wrong with them, part by
 * part; the copy is to be used only where nothing is.
 */
export function readCapabilities(given: unknown): { capabilities: Capabilities; problems: string[] } {
  const problems: string[] = [];
  const sampling = copied(attempt(() => Reflect.get(Object(given), 'sampling')));
  if (!Array.isArray(sampling) || sampling.length === 0) {
    problems.push(problem('capabilities.sampling', sampling, 'a list of what works together'));
  }
  const products = Array.isArray(sampling)
    ? sampling.map((product, i) => readParts(`capabilities.sampling[${i}]`, product, SAMPLING, problems))
    : [];
  const parts = readParts('capabilities', given, CAPABILITIES, problems);
  // Where there are no problems, all parts are what the type says.
  return { capabilities: { ...parts, sampling: products } as unknown as Capabilities, problems };
}

function readParts(
  path: string,
  given: unknown,
  rules: Record<string, Rule>,
  problems: string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(rules).map(([key, [isRight, words]]) => {
      const value = copied(attempt(() => Reflect.get(Object(given), key)));
      if (!isRight(value)) problems.push(problem(`${path}.${key}`, value, words));
      return [key, value];
    }),
  );
}

function problem(path: string, value: unknown, words: string): string {
  return value === undefined ? path : `${path} (${words}, not ${describeValue(value)})`;
}

function copied(value: unknown): unknown {
  return attempt(() => {
    if (!Array.isArray(value)) return value;
    return Array.from({ length: Math.min(value.length, LONGEST_LIST) }, (_, i) => value[i]);
  });
}

function listOf(known: readonly unknown[]): Rule {
  return [(value) => isListOf(value, known), `some of ${known.join(', ')}`];
}

function isListOf(value: unknown, known: readonly unknown[]): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => known.includes(entry));
}
