import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, readVectors, type VectorGroup } from '@cropgrad/conformance/vectors';
import { Command } from 'commander';
import { explainFailures } from './explain-failures.js';
import { explainVector } from './explain-vector.js';
import { readResults, type SamplerRow, writeResults } from './results.js';
import { askedOf, type RunnerCommand, runVectors } from './run-vectors.js';
import { RUNNERS } from './runners.js';

/** Where answers are kept, to look at. */
const ANSWERS = fileURLToPath(new URL('../out/answers', import.meta.url));
const VECTORS = fileURLToPath(new URL('../../../packages/conformance/vectors', import.meta.url));

interface Options {
  readonly only: string;
  readonly groups: string;
  readonly vector?: string;
  readonly vectors: string;
  readonly out: string;
  readonly limit: number;
}

const command = new Command('vectors')
  .description('Asks every sampler that is installed for every conformance vector, and says who samples right.')
  .option('--only <text>', 'samplers whose name contains this', '')
  .option('--groups <text>', 'groups whose function/name contains this', '')
  .option('--vector <id>', 'this vector alone: prints it, what is right, what came, and from which pixels')
  .option('--vectors <dir>', 'the folder of vectors', VECTORS)
  .option('--out <dir>', 'where results.json and table.md go; samplers that do not run keep their rows', 'out')
  .option('--limit <seconds>', 'how long a sampler may take for one vector', Number, 10)
  .parse();
const { only, groups: wanted, vector, vectors, out, limit } = command.opts<Options>();

const groups = (await readVectors(vectors)).filter((group) => `${group.function}/${group.group}`.includes(wanted));
const ran: SamplerRow[] = [];
for (const runner of RUNNERS.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()))) {
  const found = runner.command();
  if ('absent' in found) console.log(`${runner.name}: left out: ${found.absent}`);
  else await tried(runner.name, found);
}
if (vector === undefined) await writeResults(out, [...(await readResults(out)), ...ran]);

/** Asks one sampler. One that does not start is said aloud, and left out. */
async function tried(name: string, runner: RunnerCommand): Promise<void> {
  try {
    if (vector !== undefined) console.log(await explainVector(name, groups, vector, runner, limit * 1000));
    else ran.push(await rowOf(name, groups, runner));
  } catch (error) {
    console.log(`${name}: left out: ${error instanceof Error ? error.message : error}`);
  }
}

/** What one sampler does with every vector, and then what its failures are made of. */
async function rowOf(name: string, groups: readonly VectorGroup[], runner: RunnerCommand): Promise<SamplerRow> {
  const answers = await runVectors(runner, groups.flatMap(askedOf), limit * 1000);
  await mkdir(ANSWERS, { recursive: true });
  await writeFile(join(ANSWERS, `${name.replaceAll(/\W+/g, '-')}.json`), `${JSON.stringify(answers)}\n`);
  const result = compare(groups, answers);
  const passed = result.groups.reduce((sum, { counts }) => sum + counts.passed, 0);
  const failed = result.groups.reduce((sum, { failures }) => sum + failures.length, 0);
  console.log(`${name} ${answers.sampler.version}: ${passed} passed, ${failed} failed`);
  return explainFailures(result, groups, runner, limit * 1000);
}
