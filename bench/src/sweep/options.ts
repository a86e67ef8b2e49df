import { InputError } from '../../../commands/input-error.js';
import { parseFlags } from '../../../commands/parse-flags.js';
import { userPath } from '../../../commands/user-path.js';
import type { BackendName } from '../against/checkout.js';

/** What the flags of the sweep say. */
export interface SweepOptions {
  /** Another checkout to take part. */
  base: string | undefined;
  backend: BackendName;
  /** Measures the cells alone whose names contain this. */
  only: string;
  rounds: number;
  /** Sweeps a second time, and adds to the report in `out` how far the two agree. */
  again: boolean;
  /** Where the report goes. */
  out: string;
}

const BACKENDS: readonly BackendName[] = ['wasm', 'cpu'];
const ROUNDS = 5;

/**
 * Reads the flags. Prints `usage` and gives back nothing when help is what is asked for. Throws an InputError.
 *
 * @param folderOf Where the report on a backend goes by default, for all cells and for a part of them.
 */
export function readSweepOptions(
  usage: string,
  folderOf: (backend: BackendName, isPart: boolean) => string,
): SweepOptions | undefined {
  const { values } = parseFlags({
    options: {
      sweep: { type: 'boolean', default: true },
      against: { type: 'string' },
      backend: { type: 'string', default: 'wasm' },
      only: { type: 'string', default: '' },
      rounds: { type: 'string', default: String(ROUNDS) },
      again: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return undefined;
  }
  const backend = BACKENDS.find((name) => name === values.backend);
  if (!backend) throw new InputError(`--backend: got '${values.backend}', expected one of ${BACKENDS.join(', ')}`);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new InputError(`--rounds: got '${values.rounds}', expected a whole number from 1`);
  }
  const out = values.out === undefined ? folderOf(backend, values.only !== '') : userPath('--out', values.out);
  const base = values.against === undefined ? undefined : userPath('--against', values.against);
  return { base, backend, only: values.only, rounds, again: values.again, out };
}
