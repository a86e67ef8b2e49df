import { stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CropError } from '@cropgrad/core';
import { describeValue } from '@cropgrad/core/backend';
import { Command, InvalidArgumentError } from 'commander';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../defaults.js';
import { FailureMemory } from '../failure-memory.js';
import { mount } from '../mount.js';
import { requireRuns, requireSeed } from '../options.js';
import { requireBackend } from '../require-backend.js';
import { type CheckResult, runCheck } from '../run-check.js';
import { selectChecks } from '../select.js';
import { compareAnswers } from './compare-answers.js';
import { loadBackend } from './load-backend.js';
import { reportOf } from './report.js';
import { formatReport } from './table.js';

interface Options {
  runs: number;
  seed: number;
  json?: string;
  check?: string;
  path?: string;
  failures?: string;
  vectors?: string;
  answers?: string;
}

/** The command line, without its name: runs the suite, prints the report, and gives the exit status. */
export async function run(args: readonly string[], print: (text: string) => void): Promise<number> {
  let status = 1;
  const command = new Command('cropgrad-conformance')
    .description('Checks a cropgrad backend: says whether it is right, and where it is wrong.')
    .argument(
      '[module]',
      'the path or package of a module that exports a CropBackend, or a function create that makes one',
    )
    .option('--runs <n>', 'random cases per property', checked(requireRuns), DEFAULT_RUNS)
    .option('--seed <n>', 'seed of the random cases', checked(requireSeed), DEFAULT_SEED)
    .option('--json <file>', 'write the report as JSON')
    .option('--failures <file>', 'keep in this file the inputs for which checks fail, and try them first')
    .option('--check <id>', 'run this check only')
    .option('--path <path>', 'run only the one random case that a failure printed; needs --check')
    .option(
      '--answers <dir>',
      'a folder of JSON files: compare the answers of any sampler with the vectors; needs no module',
    )
    .option('--vectors <dir>', 'the vectors to compare with (default: those of this package)')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: print })
    .action(async (file: string | undefined, options: Options) => {
      status = await chosen(file, options, print);
    });
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    // Commander has printed its own errors; help is none.
    if (isCommanderError(error)) return error.exitCode;
    const [line] = (error instanceof Error ? error.message : describeValue(error)).split('\n');
    print(`${line}\n`);
    return 1;
  }
  return status;
}

/** A module's backend, or the answers of a sampler that may be written in anything. */
async function chosen(file: string | undefined, options: Options, print: (text: string) => void): Promise<number> {
  const { answers, vectors, json } = options;
  if (answers === undefined) {
    if (file === undefined)
      throw new Error('expected the path or package of a module that exports a CropBackend, or --answers');
    if (vectors !== undefined) throw new Error('--vectors needs --answers, a folder of JSON files');
    return conform(file, options, print);
  }
  if (file !== undefined) throw new Error(`--answers are compared without a module; got ${describeValue(file)}, too`);
  if (json !== undefined) await requireFolder(json);
  return compareAnswers({ answers, vectors, json }, print);
}

async function conform(file: string, options: Options, print: (text: string) => void): Promise<number> {
  const { runs, seed, json, check: only, path } = options;
  requireSeed('the seed', seed);
  if (path !== undefined && only === undefined) throw new Error('--path needs --check');
  if (path !== undefined && !/^\d+(:\d+)*$/.test(path)) {
    throw new Error(
      `--path ${describeValue(path)}: expected numbers with colons between them, as a failure prints them`,
    );
  }
  if (json !== undefined) await requireFolder(json);
  const backend = requireBackend(file, await loadBackend(file));
  const mounted = await mount(backend);
  const { applicable } = selectChecks(mounted.backend);
  const chosen = applicable.filter(({ id }) => only === undefined || id === only);
  if (chosen.length === 0) throw new Error(`--check: no check ${describeValue(only)} runs for this backend`);

  const memory = options.failures === undefined ? undefined : await FailureMemory.open(options.failures);
  const results = new Map<string, CheckResult>();
  for (const check of chosen)
    results.set(
      check.id,
      await runCheck(check, mounted, { runs, seed, ...(path !== undefined && { path }), failures: memory }),
    );
  mounted.unmount();

  const report = reportOf(mounted.backend, results, { runs, seed });
  if (json !== undefined) await writeFile(json, `${JSON.stringify(report, undefined, 2)}\n`);
  if (only === undefined) print(`${formatReport(report)}\n`);
  else print(`${results.get(only)?.failure ?? `${only} passes`}\n`);
  return report.failed === 0 ? 0 : 1;
}

/** Throws before minutes of checks have run for a report that cannot be written. */
async function requireFolder(json: string): Promise<void> {
  const folder = dirname(resolve(json));
  const found = await stat(folder).catch(() => undefined);
  if (json === '' || !found?.isDirectory())
    throw new Error(`--json ${describeValue(json)}: there is no folder ${describeValue(folder)}`);
  const file = await stat(json).catch(() => undefined);
  if (file?.isDirectory())
    throw new Error(`--json ${describeValue(json)}: this is a folder; expected the name of a file`);
}

/** An option's number, or what commander prints in one line when it is none. */
function checked(require: (what: string, value: unknown) => number): (text: string) => number {
  return (text) => {
    try {
      return require('', /^-?\d+$/.test(text) ? Number(text) : text);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof CropError ? `Expected ${error.expected}.` : String(error));
    }
  };
}

function isCommanderError(error: unknown): error is { exitCode: number } {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('commander.') && 'exitCode' in error
  );
}
