import type { Mode, PaddingMode } from '@cropgrad/core';
import type { Capabilities } from '@cropgrad/core/backend';
import type { Case } from '../case.js';
import { type Check, type CheckKind, type Covers, cellName, type Subject, type Worst } from '../check.js';
import { checks } from '../checks/index.js';
import type { CheckResult } from '../run-check.js';

/** How a check or a cell of the table went. */
export type Status = 'pass' | 'fail' | 'not declared';

/** One check in a report. */
export interface ReportedCheck {
  readonly id: string;
  readonly kind: CheckKind;
  readonly covers: Covers;
  readonly status: Status;
  readonly failure?: string;
  readonly worst?: Worst;
}

/** One cell of the table: a function with all its options. */
export interface ReportedCell {
  readonly op: Case['op'];
  /** Left out for affineGrid, as is the padding. */
  readonly mode?: Mode;
  readonly paddingMode?: PaddingMode;
  readonly alignCorners: boolean;
  readonly dimensions: 2 | 3;
  readonly status: Status;
  readonly worst?: Worst;
}

/** What `--json` writes: everything the table says, and more. */
export interface Report {
  readonly tfBackend: string;
  readonly capabilities: Capabilities;
  readonly runs: number;
  readonly seed: number;
  readonly passed: number;
  readonly failed: number;
  readonly cells: readonly ReportedCell[];
  readonly checks: readonly ReportedCheck[];
}

/** Puts the results of all checks that ran together. */
export function reportOf(
  { tfBackend, capabilities }: Subject,
  results: ReadonlyMap<string, CheckResult>,
  { runs, seed }: { runs: number; seed: number },
): Report {
  const reported = checks
    .filter((check) => results.has(check.id) || !isMoot(check))
    .map((c) => reportCheck(c, results));
  return {
    tfBackend,
    capabilities,
    runs,
    seed,
    passed: reported.filter(({ status }) => status === 'pass').length,
    failed: reported.filter(({ status }) => status === 'fail').length,
    cells: cellsOf(reported),
    checks: reported,
  };
}

/** Checks that what is not declared is refused say nothing about what is declared. */
function isMoot({ id }: Check): boolean {
  return id.startsWith('unsupported/');
}

function reportCheck({ id, kind, covers }: Check, results: ReadonlyMap<string, CheckResult>): ReportedCheck {
  const result = results.get(id);
  if (!result) return { id, kind, covers, status: 'not declared' };
  const { failure, worst } = result;
  const status = failure === undefined ? 'pass' : 'fail';
  return { id, kind, covers, status, ...(failure !== undefined && { failure }), ...(worst && { worst }) };
}

/** Every combination of options that checks are named after, and how all its checks went together. */
function cellsOf(reported: readonly ReportedCheck[]): ReportedCell[] {
  const groups = new Map<string, ReportedCheck[]>();
  for (const check of reported) {
    const { op, mode, alignCorners, dimensions } = check.covers;
    const isCell =
      alignCorners !== undefined && dimensions !== undefined && (mode !== undefined || op === 'affineGrid');
    if (isCell) groups.set(cellName(check.covers), [...(groups.get(cellName(check.covers)) ?? []), check]);
  }
  return [...groups.values()].flatMap((group) => {
    const { op, alignCorners, dimensions, ...rest } = group[0].covers;
    if (op === undefined || alignCorners === undefined || dimensions === undefined) return [];
    const worst = worstOf(group);
    return [{ op, alignCorners, dimensions, ...rest, status: statusOf(group), ...(worst && { worst }) }];
  });
}

function statusOf(group: readonly ReportedCheck[]): Status {
  // The refusal of what is not declared is a pass of its own, and no pass of the cell.
  const own = group.filter(({ id }) => !id.startsWith('unsupported/'));
  if (group.some(({ status }) => status === 'fail')) return 'fail';
  return own.some(({ status }) => status === 'pass') ? 'pass' : 'not declared';
}

/** The largest of the errors that were measured. */
export function worstOf(group: readonly ReportedCheck[]): Worst | undefined {
  return group
    .flatMap(({ id, worst }) => (worst ? [{ error: worst.error, where: `${id}: ${worst.where}` }] : []))
    .reduce<Worst | undefined>((worst, next) => (worst && worst.error >= next.error ? worst : next), undefined);
}
