import type { Check, Subject } from './check.js';
import { checks } from './checks/index.js';

/** The checks of a backend, and those that its capabilities leave out. */
export interface Selection {
  readonly applicable: readonly Check[];
  readonly skipped: readonly Check[];
}

/** Splits the checks by what a backend declares. A check that undeclared options are refused is not skipped but moot. */
export function selectChecks(backend: Subject): Selection {
  const applicable = checks.filter((check) => check.applies(backend));
  const skipped = checks.filter((check) => !check.applies(backend) && !check.id.startsWith('unsupported/'));
  return { applicable, skipped };
}

/** Throws unless every known failure is the id of a check that runs for the backend. */
export function requireKnown(
  knownFailures: Readonly<Record<string, string>>,
  { applicable, skipped }: Selection,
): void {
  for (const id of Object.keys(knownFailures)) {
    if (applicable.some((check) => check.id === id)) continue;
    const why = skipped.some((check) => check.id === id)
      ? 'the capabilities leave this check out, so it cannot fail'
      : 'there is no check of this id';
    throw new Error(`knownFailures: '${id}': ${why}. Remove it, or copy the id from the test report`);
  }
}
