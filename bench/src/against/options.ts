import { InputError } from '../../../commands/input-error.js';
import { parseFlags } from '../../../commands/parse-flags.js';
import { userPath } from '../../../commands/user-path.js';
import { BACKEND_NAMES, type BackendName } from './checkout.js';

/** What the flags of the comparison say. */
export interface AgainstOptions {
  /** The other checkout. */
  base: string;
  backend: BackendName;
  /** Measures the cells alone whose names contain this. */
  only: string;
  rounds: number;
  /** Where the report goes. */
  out: string;
}

const ROUNDS = 7;

/**
 * Reads the flags. Prints `usage` and gives back nothing when help is what is asked for. Throws an InputError.
 *
 * @param folderOf Where the report on a backend goes by default.
 */
export function readOptions(usage: string, folderOf: (backend: BackendName) => string): AgainstOptions | undefined {
  const { values, positionals } = parseFlags({
    options: {
      backend: { type: 'string', default: 'wasm' },
      only: { type: 'string', default: '' },
      rounds: { type: 'string', default: String(ROUNDS) },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(usage);
    return undefined;
  }
  if (positionals.length !== 1) {
    throw new InputError(`got '${positionals.join(' ')}', expected the path of one other checkout`);
  }
  const backend = BACKEND_NAMES.find((name) => name === values.backend);
  if (!backend) throw new InputError(`--backend: got '${values.backend}', expected one of ${BACKEND_NAMES.join(', ')}`);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new InputError(`--rounds: got '${values.rounds}', expected a whole number from 1`);
  }
  const out = values.out === undefined ? folderOf(backend) : userPath('--out', values.out);
  return { base: userPath('the other checkout', positionals[0]), backend, only: values.only, rounds, out };
}
