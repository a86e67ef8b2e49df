import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../defaults.js';
import { mount } from '../mount.js';
import { type CheckResult, runCheck } from '../run-check.js';
import { selectChecks } from '../select.js';
import { loadBackend } from './load-backend.js';
import { reportOf } from './report.js';
import { formatReport } from './table.js';

interface Options {
  runs: number;
  seed: number;
  json?: string;
  check?: string;
  path?: string;
}

/** The command line, without its name: runs the suite, prints the report, and gives the exit status. */
export async function run(args: readonly string[], print: (text: string) => void): Promise<number> {
  let status = 1;
  const command = new Command('cropgrad-conformance')
    .description('Says whether a cropgrad backend is right, and where it is not.')
    .argument(
      '<module>',
      'the path or package of a module that exports a CropBackend, or a function create that makes one',
    )
    .option('--runs <n>', 'random cases per property', wholeNumber, DEFAULT_RUNS)
    .option('--seed <n>', 'seed of the random cases', wholeNumber, DEFAULT_SEED)
    .option('--json <file>', 'write the report as JSON')
    .option('--check <id>', 'run this check only')
    .option('--path <path>', 'replay the one random case that a failure printed; needs --check')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: print })
    .action(async (file: string, options: Options) => {
      status = await conform(file, options, print);
    });
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    // Commander has printed its own errors; help is none.
    if (isCommanderError(error)) return error.exitCode;
    print(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
  return status;
}

async function conform(file: string, options: Options, print: (text: string) => void): Promise<number> {
  const backend = await loadBackend(file);
  const { applicable } = selectChecks(backend);
  const chosen = applicable.filter(({ id }) => options.check === undefined || id === options.check);
  if (chosen.length === 0) throw new Error(`--check: no check '${options.check}' runs for this backend`);
  if (options.path !== undefined && options.check === undefined) throw new Error('--path needs --check');

  const mounted = await mount(backend);
  const results = new Map<string, CheckResult>();
  for (const check of chosen) results.set(check.id, await runCheck(check, mounted, options));
  mounted.unmount();

  const report = reportOf(backend, results, options);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
  if (options.check === undefined) print(`${formatReport(report)}\n`);
  else print(`${results.get(options.check)?.failure ?? `${options.check} passes`}\n`);
  return report.failed === 0 ? 0 : 1;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('Expected a whole number.');
}

function isCommanderError(error: unknown): error is { exitCode: number } {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('commander.') && 'exitCode' in error
  );
}
