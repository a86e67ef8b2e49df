import { fileURLToPath } from 'node:url';
import type { PartialStrykerOptions } from '@stryker-mutator/api/core';

/** The packages whose sources are mutated: those whose sources are what runs. */
export const SUBJECTS: readonly string[] = ['core', 'backend-cpu'];

/** Where Stryker leaves what it found about a package, seen from the repository root. */
export function reportFile(subject: string): string {
  return `mutation/out/${subject}.json`;
}

/** What Stryker is told, to run in the repository root. It works on a copy in `mutation/out`, never on the sources. */
export function strykerOptions(subject: string): PartialStrykerOptions {
  return {
    testRunner: 'vitest',
    // By path, because Stryker looks for plugins from where it is installed itself.
    plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner'))],
    vitest: { configFile: 'mutation/vitest.config.ts', related: false },
    mutate: [`packages/${subject}/src/**/*.ts`],
    // Error messages are prose: tests hold their codes, and the words that matter. And a loop that counts the other way
    // never ends: it would be noticed by nothing but the clock, a hundred times over.
    mutator: { plugins: null, excludedMutations: ['StringLiteral', 'UpdateOperator'] },
    ignorePatterns: ['.git', 'apps', 'bench', 'examples', 'pictures', 'packages/backend-{gpujs,wasm}', 'dist', 'out'],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    ignoreStatic: true,
    timeoutMS: 5000,
    timeoutFactor: 1.5,
    // What a change cannot have touched is not tried again.
    incremental: true,
    incrementalFile: `mutation/out/${subject}-incremental.json`,
    disableTypeChecks: false,
    tempDirName: `mutation/out/${subject}-tmp`,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: reportFile(subject) },
    allowConsoleColors: false,
    // What decides is in main.ts, for each package by itself.
    thresholds: { high: 90, low: 85, break: null },
  };
}
