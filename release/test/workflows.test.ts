import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../src/public-packages.js';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const workflows = readdirSync(join(root, '.github/workflows')).map((name) => ({
  name,
  text: readFileSync(join(root, '.github/workflows', name), 'utf8'),
}));
const setup = { name: 'setup', text: readFileSync(join(root, '.github/actions/setup/action.yml'), 'utf8') };

it.for([...workflows, setup])('$name names actions by a commit, and says which version that is', (of) => {
  const actions = [...of.text.matchAll(/uses: (.+)/g)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) {
    expect(action).toMatch(/^(\.\/\.github\/actions\/setup|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  }
});

it('one version of each action is used', () => {
  const uses = [...workflows, setup].flatMap(({ text }) => text.match(/[\w-]+\/[\w-]+@[0-9a-f]{40} # v.+/g) ?? []);
  const names = [...new Set(uses)].map((action) => action.split('@')[0]);
  expect(names).toEqual([...new Set(names)]);
});

it.for(workflows)('$name may do nothing, but what a job says', ({ text }) => {
  expect(text).toMatch(/^permissions: \{\}$/m);
  const jobs = text
    .split(/^jobs:$/m)[1]
    .split(/^ {2}[\w-]+:$/m)
    .slice(1);
  for (const job of jobs) {
    expect(job).toMatch(/^ {4}permissions:$/m);
    expect(job).toMatch(/^ {4}timeout-minutes: \d+$/m);
  }
  expect(text).toMatch(/^concurrency:$/m);
});

it('only a release and the site prove who they are', () => {
  const proving = workflows.filter(({ text }) => text.includes('id-token: write')).map(({ name }) => name);
  expect(proving).toEqual(['pages.yml', 'release.yml']);
  for (const { name, text } of workflows) {
    const jobs = text.split(/^ {2}[\w-]+:$/m).filter((job) => job.includes('id-token: write'));
    for (const job of jobs) expect(job, name).toMatch(/^ {4}environment:/m);
  }
});

it.for(workflows)('$name runs scripts that exist', ({ text }) => {
  const run = [...text.matchAll(/(?:run|version|publish): pnpm ([\w:-]+)/g)].map(([, script]) => script);
  for (const script of run) expect(Object.keys(scripts)).toContain(script);
});
