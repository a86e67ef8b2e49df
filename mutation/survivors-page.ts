import type { Score, Survivor } from './report.js';

/** `[file, code]` names every survivor on that line of code, `[file, code, change]` only the one that changes that. */
type Named = readonly [file: string, code: string, change?: string];

/** Why some mutants may live. */
export interface Reason {
  readonly why: string;
  readonly mutants: readonly Named[];
}

/** A survivor, and why it may live, once somebody has said so. */
export interface Explained extends Survivor {
  readonly why: string | undefined;
}

/** Gives each survivor its reason. Lines are known by their code, so that reasons outlive what moves around them. */
export function explain(survivors: readonly Survivor[], reasons: readonly Reason[]): Explained[] {
  return survivors.map((survivor) => {
    const reason = reasons.find(({ mutants }) => mutants.some((named) => is(named, survivor)));
    return { ...survivor, why: reason?.why };
  });
}

/** The mutants that reasons name and that no survivor is. */
export function stale(survivors: readonly Survivor[], reasons: readonly Reason[]): Named[] {
  return reasons.flatMap(({ mutants }) =>
    mutants.filter((named) => !survivors.some((survivor) => is(named, survivor))),
  );
}

function is([file, code, change]: Named, survivor: Survivor): boolean {
  return file === survivor.file && code === survivor.code && (change ?? survivor.change) === survivor.change;
}

/** The page about a package's survivors: by file and line of code, each with what goes unnoticed and why it may. */
export function survivorsPage(subject: string, { detected, tried }: Score, survivors: readonly Explained[]): string {
  const lines = [
    `# Surviving mutants of ${subject}`,
    '',
    `Tests notice ${detected} of ${tried} mutants: ${((100 * detected) / tried).toFixed(1)} %. The other ${survivors.length} are`,
    'here: the line of code, what a mutant changes on it, and why that may go unnoticed. This page is written by',
    '`pnpm mutation`, from the reasons in `mutation/reasons/`.',
  ];
  let last: Explained | undefined;
  for (const survivor of survivors) {
    const { file, line, code, change, why } = survivor;
    if (file !== last?.file) lines.push('', `## ${file}`);
    if (file !== last?.file || line !== last.line) lines.push('', `${line}: ${quoted(code)}`, '');
    lines.push(`- ${quoted(change)}: ${why ?? '**no reason yet**'}`);
    last = survivor;
  }
  return `${lines.join('\n')}\n`;
}

function quoted(code: string): string {
  return code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``;
}
