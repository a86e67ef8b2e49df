import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, readVectors, type SamplerResult } from '@cropgrad/conformance/vectors';
import { Command } from 'commander';
import { explainFailures } from './explain-failures.js';
import { type AskedVector, type RunnerCommand, runVectors } from './run-vectors.js';
import { RUNNERS } from './runners.js';
import { writeTable } from './write-table.js';

const VECTORS = fileURLToPath(new URL('../../../packages/conformance/vectors', import.meta.url));

const command = new Command('vectors')
  .description('Asks every sampler that is installed for every conformance vector, and says who samples right.')
  .option('--only <text>', 'samplers whose name contains this')
  .option('--vectors <dir>', 'the folder of vectors', VECTORS)
  .option('--out <dir>', 'where answers, results.json and the table go', 'out')
  .option('--limit <seconds>', 'how long a sampler may take for one vector', Number, 10)
  .parse();
const {
  only = '',
  vectors,
  out,
  limit,
} = command.opts<{ only?: string; vectors: string; out: string; limit: number }>();

const groups = await readVectors(vectors);
const asked: AskedVector[] = groups.flatMap((group) =>
  group.vectors.map((vector) => ({ function: group.function, vector })),
);
await mkdir(join(out, 'answers'), { recursive: true });
const results: SamplerResult[] = [];
for (const runner of RUNNERS.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()))) {
  const found = runner.command();
  if ('absent' in found) {
    console.log(`${runner.name}: left out: ${found.absent}`);
    continue;
  }
  const result = await ask(runner.name, found);
  if (result) results.push(result);
}
await writeFile(join(out, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
await writeTable(results, join(out, 'table.md'));

/** Asks one sampler, and then what its failures are made of. A sampler that does not start is said aloud, and left out. */
async function ask(name: string, runner: RunnerCommand): Promise<SamplerResult | undefined> {
  try {
    const answers = await runVectors(runner, asked, limit * 1000);
    await writeFile(join(out, 'answers', `${name.replaceAll(/\W+/g, '-')}.json`), `${JSON.stringify(answers)}\n`);
    const result = compare(groups, answers);
    const passed = result.groups.reduce((sum, { counts }) => sum + counts.passed, 0);
    const failed = result.groups.reduce((sum, { failures }) => sum + failures.length, 0);
    console.log(`${name} ${answers.sampler.version}: ${passed} passed, ${failed} failed`);
    return await explainFailures(result, groups, runner, limit * 1000);
  } catch (error) {
    console.log(`${name}: left out: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
