/** What is read of Stryker's JSON report, which follows mutation-testing-report-schema. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** One change to the source, and whether a test noticed. */
export interface Mutant {
  readonly status:
    | 'Killed'
    | 'Timeout'
    | 'Survived'
    | 'NoCoverage'
    | 'Ignored'
    | 'RuntimeError'
    | 'CompileError'
    | 'Pending';
  readonly replacement?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** Both from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mutant that no test noticed, in the words of the source. */
export interface Survivor {
  /** Its file, from the package's `src`. */
  readonly file: string;
  readonly line: number;
  /** The line of source that it starts on. */
  readonly code: string;
  /** What it changes and into what, e.g. `size - 1 → size + 1`; a block that goes is `{…} → {}`. */
  readonly change: string;
}

/** How many mutants were noticed, of all that were tried. */
export interface Score {
  readonly detected: number;
  readonly tried: number;
}

/** A mutant that the clock ends counts as noticed; one that Stryker left out counts as nothing. */
export function scoreOf({ files }: Report): Score {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const detected = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  return { detected, tried: detected + mutants.filter(survives).length };
}

/** The mutants that no test noticed, by file and line. */
export function survivorsOf({ files }: Report): Survivor[] {
  const survivors = Object.entries(files).flatMap(([path, { source, mutants }]) =>
    mutants.filter(survives).map((mutant) => {
      const lines = source.split('\n');
      const { start } = mutant.location;
      return {
        file: path.replace(/^.*\/src\//, ''),
        line: start.line,
        code: lines[start.line - 1].trim(),
        change: `${short(original(lines, mutant))} → ${short(mutant.replacement ?? '')}`,
      };
    }),
  );
  return survivors.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function survives({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

function original(lines: readonly string[], { location: { start, end } }: Mutant): string {
  if (start.line === end.line) return lines[start.line - 1].slice(start.column - 1, end.column - 1);
  const between = lines.slice(start.line, end.line - 1);
  return [lines[start.line - 1].slice(start.column - 1), ...between, lines[end.line - 1].slice(0, end.column - 1)].join(
    '\n',
  );
}

/** Code on one line; a block, which one sees from its line, without its contents. */
function short(code: string): string {
  const oneLine = code.replaceAll(/\s+/g, ' ').trim();
  return oneLine.startsWith('{') && oneLine.length > 40 ? '{…}' : oneLine;
}
