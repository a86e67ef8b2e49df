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

/** Those checks of a selection that have these ids, with nothing skipped. Throws for one that would not run. */
export function onlyChecks(ids: readonly string[], selection: Selection): Selection {
  requireRun('checks', ids, selection);
  return { applicable: selection.applicable.filter(({ id }) => ids.includes(id)), skipped: [] };
}

/** Throws unless every id that an option names is that of a check that runs for the backend. */
export function requireRun(option: string, ids: readonly string[], { applicable, skipped }: Selection): void {
  for (const id of ids) {
    if (applicable.some((check) => check.id === id)) continue;
    const why = skipped.some((check) => check.id === id)
      ? 'the capabilities leave this check out, so it does not run'
      : 'there is no check with this id';
    throw new Error(`${option}: '${id}': ${why}. Remove it, or copy the id from the test report`);
  }
}
