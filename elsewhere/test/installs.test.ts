import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programsOf } from '../../apps/docs/test/markdown-programs.js';
import { runProgram } from '../../commands/run-program.js';
import { installLines } from '../src/install-lines.js';
import { packPackages } from '../src/pack-packages.js';
import { PACKAGE_MANAGERS } from '../src/package-managers.js';
import { type ScopeRegistry, serveScope } from '../src/scope-registry.js';

const [program] = programsOf('README.md');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cropgrad-installs-')));
let registry: ScopeRegistry;

beforeAll(async () => {
  registry = await serveScope(await packPackages(['core', 'backend-cpu'], folder));
});
afterAll(() => {
  registry?.server.close();
  rmSync(folder, { recursive: true });
});

it('the guide has a line for each package manager', () => {
  expect([...installLines().keys()]).toEqual(Object.keys(PACKAGE_MANAGERS));
});

it('the README says the line of npm', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`\n${installLines().get('npm')}\n`);
});

it.for([...installLines()])("%s: '%s' installs what the README's program needs", async ([name, line]) => {
  const { start, run, files, complaint } = PACKAGE_MANAGERS[name];
  const project = mkdtempSync(join(folder, 'project-'));
  for (const [file, text] of Object.entries(files(registry.origin))) writeFileSync(join(project, file), text);
  writeFileSync(join(project, 'main.js'), program.code);

  const [command, ...before] = await start();
  const [, ...args] = line.split(' ');
  const installed = await runProgram(command, [...before, ...args], project);
  const said = stripVTControlCharacters(installed.stdout + installed.stderr);
  expect(installed.exitCode, said).toBe(0);
  expect(said).not.toMatch(complaint);

  const [runner, ...runnerArgs] = run([command, ...before]);
  const ran = await runProgram(runner, [...runnerArgs, 'main.js'], project);
  expect(ran.exitCode, ran.stderr).toBe(0);
  // Runtimes quote texts in their own ways.
  expect(ran.stdout.trim().replaceAll('"', "'").split('\n').at(-1)).toBe(program.printed.trim());
});
