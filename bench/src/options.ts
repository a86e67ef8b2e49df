import { InputError } from '../../commands/input-error.js';
import { parseFlags } from '../../commands/parse-flags.js';
import { userPath } from '../../commands/user-path.js';
import type { Workload } from './workloads.js';

/** What the flags of a benchmark say. */
export interface Options {
  quick: boolean;
  /** The one workload to run, if not all. */
  only: string | undefined;
  /** Runs a second time, and adds to the report in `out` how far the two agree. */
  again: boolean;
  /** An absolute path. */
  out: string;
}

/**
 * Reads the flags. Prints `usage` and gives back nothing when help is what is asked for. Throws an InputError.
 *
 * @param folder Where the report goes by default.
 * @param workloads What can be run.
 */
export function readOptions(usage: string, folder: string, workloads: readonly Workload[]): Options | undefined {
  const { quick, again, only, out, help } = parseFlags({
    options: {
      quick: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
      only: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;
  if (help) {
    console.log(usage);
    return undefined;
  }
  const names = workloads.map(({ name }) => name);
  if (only !== undefined && !names.includes(only)) {
    throw new InputError(`--only: got '${only}', expected one of ${names.join(', ')}`);
  }
  return { quick, again, only, out: out === undefined ? folder : userPath('--out', out) };
}
