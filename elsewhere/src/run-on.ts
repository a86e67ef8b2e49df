import { join } from 'node:path';
import type { PackedProject } from '../../commands/packed-project.js';
import { type Ran, runProgram } from '../../commands/run-program.js';
import { fetchTool } from './fetch-tool.js';
import { BACKENDS, type BackendResult, type RuntimeResult } from './runtime-result.js';
import type { Runtime } from './runtimes.js';

/** As much of the suite's report as is read here. */
interface Report {
  checks: readonly { id: string; kind: string; status: 'pass' | 'fail' | 'not declared' }[];
}

/** Runs the README's program and the suite on each backend of a runtime, in a project of `createProject`. */
export async function runOn(runtime: Runtime, project: PackedProject, promised: string): Promise<RuntimeResult> {
  const { title, args } = runtime;
  const path = await fetchTool(runtime);
  const run = (module: string, ...more: string[]): Promise<Ran> =>
    runProgram(path, [...args, module, ...more], project.folder);

  const version = /\d+\.\d+\.\d+/.exec((await runProgram(path, ['--version'], project.folder)).stdout)?.[0];
  if (version === undefined) throw new Error(`${path} does not say its version`);
  const backends: BackendResult[] = [];
  for (const backend of BACKENDS) {
    const { stdout, stderr } = await run(`program-${backend}.js`);
    // Runtimes quote texts in their own ways.
    const printed = stdout.trim().replaceAll('"', "'").split('\n').at(-1);
    const program = printed === promised.trim() ? 'as it says' : { printed: stdout + stderr };

    const report = `report-${runtime.name}-${backend}.json`;
    const suite = join('node_modules', '@cropgrad/conformance/bin/cropgrad-conformance.js');
    const ran = await run(suite, `backend-${backend}.js`, '--runs', '1', '--json', report);
    // It ends with 1 where a check fails, which the report says.
    if (ran.exitCode > 1) throw new Error(`the suite did not run on ${runtime.name}:\n${ran.stderr}`);
    const { checks }: Report = JSON.parse(project.read(report));
    const passed = checks.filter(({ status }) => status === 'pass');
    backends.push({
      backend,
      program,
      passed: passed.length,
      failed: checks.filter(({ status }) => status === 'fail').map(({ id }) => id),
      fixtures: passed.filter(({ kind }) => kind === 'fixture').length,
    });
  }
  return { title, version, backends };
}
