import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OWN_VECTORS } from '../../src/cli/compare-answers.js';
import { run } from '../../src/cli/run.js';
import { type Answer, readVectors, type VectorGroup } from '../../src/vectors/index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cropgrad-answers-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function cli(...args: string[]): Promise<{ status: number; output: string }> {
  let output = '';
  const status = await run(args, (text) => {
    output += text;
  });
  return { status, output };
}

/** A file of answers of one group: what is expected, but for what the change makes of it. */
async function write(change: (id: string, answer: { output: unknown[] }) => unknown, sampler = {}): Promise<void> {
  const [group] = (await readVectors(OWN_VECTORS)).filter(isKinks);
  const answers = Object.fromEntries(
    group.vectors.map(({ id }) => [id, change(id, { output: [...(group.expected[id].output?.data ?? [])] })]),
  );
  const file = { version: 1, sampler: { name: 'mine', version: '1', ...sampler }, answers };
  await writeFile(join(folder, 'mine.json'), JSON.stringify(file));
}

function isKinks({ function: name, group }: VectorGroup): boolean {
  return name === 'grid_sample' && group === 'kink';
}

describe('--answers', () => {
  it('gives 0 where all that was answered is right', async () => {
    await write((_, answer) => answer);
    const { status, output } = await cli('--answers', folder);
    expect(status, output).toBe(0);
    expect(output).toMatch(/^mine +grid_sample\/kink +50 +0 +0 +0 +0 +0$/m);
  });

  it('gives 1 where one number is off, says which, and writes it as JSON', async () => {
    let wrong = '';
    await write((id, { output: [first, ...rest] }): Answer => {
      if (wrong !== '' || !id.includes('bilinear')) return { output: [first, ...rest] as number[] };
      wrong = id;
      return { output: [Number(first) + 0.25, ...rest] as number[] };
    });
    const json = join(folder, 'results.txt');
    const { status, output } = await cli('--answers', folder, '--json', json);
    expect(status).toBe(1);
    expect(output).toContain(`✗ mine: ${wrong}`);
    expect(output).toMatch(/output\[0\]: expected .* ± .*, got /);
    expect(JSON.parse(await readFile(json, 'utf8'))[0].groups[0].failures[0].id).toBe(wrong);
  });

  it('does not call it a failure where the sampler says that its rule is another', async () => {
    await write((id, { output }) => (id.includes('nearest') ? { output: output.map(() => 7) } : { output }), {
      differs: { tie: 'always 7' },
    });
    const { status, output } = await cli('--answers', folder);
    expect(status, output).toBe(0);
    expect(output).toMatch(/^mine +grid_sample\/kink +30 +20 +0 /m);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', 'NaN', /this is not JSON; NaN and infinities are the strings/],
    ['another file', '{}', /expected \{ "version": 1/],
    ['an unknown id', '{"version":1,"sampler":{"name":"x"},"answers":{"y":{}}}', /x answers y, and there is no such/],
  ])('refuses %s in one line', async (_what, text, message) => {
    await writeFile(join(folder, 'bad.json'), text);
    const { status, output } = await cli('--answers', folder);
    expect(status).toBe(1);
    expect(output).toMatch(message);
    expect(output.trim().split('\n')).toHaveLength(1);
  });

  it('refuses an empty folder, vectors that were changed, and a module beside answers', async () => {
    expect((await cli('--answers', folder)).output).toMatch(/there is no \.json file of answers/);
    expect((await cli('--answers', folder, '--vectors', folder)).output).toMatch(/there is no manifest\.json/);
    expect((await cli('x.js', '--answers', folder)).output).toMatch(/compared without a module; got 'x\.js'/);
    expect((await cli('--vectors', folder)).output).toMatch(/^expected the path or package/);
  });
});
