import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './markdown-programs.js';

/** What our bin/pnpm.js calls in place of npx: it says how, and fails as it is told. */
const FAKE_NPX = '#!/bin/sh\necho "$@"\nexit 3\n';

describe.skipIf(process.platform === 'win32')('npx pnpm', () => {
  const npx = execFileSync('sh', ['-c', 'command -v npx'], { encoding: 'utf8' }).trim();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cropgrad-npx-'));
    writeFileSync(join(folder, 'npx'), FAKE_NPX, { mode: 0o755 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(args: readonly string[]) {
    const env = {
      ...process.env,
      PATH: folder + delimiter + process.env.PATH,
      npm_config_cache: join(folder, 'cache'),
    };
    const { stdout, status } = spawnSync(npx, ['-y', 'pnpm', ...args], { cwd: root, env, encoding: 'utf8' });
    return { asked: stdout.trim(), status };
  }

  it('docs runs our script', () => {
    expect(run(['docs'])).toEqual({ asked: '--yes --package=pnpm -- pnpm run docs', status: 3 });
  });

  it('hands all else to pnpm as it is', () => {
    const args = ['--filter', 'docs', 'test', 'a b'];
    expect(run(args)).toEqual({ asked: '--yes --package=pnpm -- pnpm --filter docs test a b', status: 3 });
    expect(run(['docs', 'react']).asked).toBe('--yes --package=pnpm -- pnpm docs react');
  });
});
