import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

/** What vitest's JSON reporter says of one file. */
interface FileResult {
  name: string;
  status: 'passed' | 'failed';
  message: string;
  assertionResults: { title: string; status: string; failureMessages: string[] }[];
}

/** Runs the suites beside this file in a vitest of their own, as a backend author would; one check is enough. */
async function runSuites(): Promise<FileResult[]> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const config = fileURLToPath(new URL('selected/vitest.config.ts', import.meta.url));
  const args = [vitest, 'run', '--config', config, '--reporter=json', '-t', 'edge/no-leak/affineGrid/2-D'];
  // Red is what it should be: vitest then exits with 1, and its report is still the output.
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 }).catch(
    (failure: { stdout: string }) => failure,
  );
  const { testResults }: { testResults: FileResult[] } = JSON.parse(stdout.slice(stdout.indexOf('{"numTotal')));
  return testResults;
}

let results: FileResult[];
beforeAll(async () => {
  results = await runSuites();
});

function fileOf(suite: string): FileResult {
  const file = results.find(({ name }) => name.endsWith(`${suite}.suite.ts`));
  if (!file) throw new TypeError(`no result for ${suite}`);
  return file;
}

function messagesOf({ message, assertionResults }: FileResult): string {
  return [message, ...assertionResults.flatMap(({ failureMessages }) => failureMessages)].join('\n');
}

describe('knownFailures', () => {
  it('are red where they are not known', () => {
    expect(fileOf('broken').status).toBe('failed');
    expect(messagesOf(fileOf('broken'))).toMatch(/output leaves 0 tensors and the data of 1 behind/);
  });

  it('are green where they are known', () => {
    expect(fileOf('expected').status).toBe('passed');
    expect(fileOf('expected').assertionResults.filter(({ status }) => status === 'passed')).toHaveLength(1);
  });

  it('turn red when they pass', () => {
    expect(fileOf('stale').status).toBe('failed');
    expect(messagesOf(fileOf('stale'))).toMatch(/passes now: remove it from knownFailures.*it leaked once/);
  });

  it('are refused where no check has the id', () => {
    expect(fileOf('unknown').status).toBe('failed');
    expect(messagesOf(fileOf('unknown'))).toMatch(/'edge\/no-leek': there is no check with this id/);
  });

  it('are refused where the capabilities leave the check out', () => {
    expect(fileOf('skipped').status).toBe('failed');
    expect(messagesOf(fileOf('skipped'))).toMatch(/'law\/identity\/crop\/bilinear\/2-D': the capabilities leave/);
  });
});

describe('checks', () => {
  it('are all that there is, of those that are named', () => {
    expect(fileOf('chosen').assertionResults.map(({ title }) => title)).toEqual(['edge/empty/crop/2-D']);
  });

  it('are refused where no check has the id', () => {
    expect(fileOf('misspelt').status).toBe('failed');
    expect(messagesOf(fileOf('misspelt'))).toMatch(/checks: 'edge\/no-leek': there is no check with this id/);
  });
});
