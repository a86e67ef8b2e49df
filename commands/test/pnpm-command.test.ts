import { describe, expect, it } from 'vitest';
import { pnpmCommand } from '../pnpm-command.js';

describe('the pnpm that runs this is', () => {
  it.each([
    ['/usr/lib/node_modules/pnpm/bin/pnpm.cjs'],
    ['/root/.cache/node/corepack/v1/pnpm/11.1.0/bin/pnpm.mjs'],
    ['C:\\Users\\ada\\pnpm\\bin\\pnpm.js'],
  ])('a file for Node: %s', (path) => {
    expect(pnpmCommand(path)).toEqual({ file: process.execPath, args: [path] });
  });

  it.each([
    ['/root/.npm/_npx/e6e0/node_modules/pnpm/pnpm'],
    ['/usr/local/bin/pn'],
    ['/opt/pnpm-linux-x64'],
    ['C:\\Users\\ada\\pnpm.exe'],
  ])('a program: %s', (path) => {
    expect(pnpmCommand(path)).toEqual({ file: path, args: [] });
  });

  it.each([
    ['/usr/lib/node_modules/npm/bin/npm-cli.js'],
    ['/usr/lib/node_modules/npm/bin/npx-cli.js'],
    ['/usr/lib/node_modules/yarn/bin/yarn.js'],
    ['/home/pnpm/yarn'],
    ['/opt/pnxt'],
    [''],
  ])('none, but what npx finds: %j', (path) => {
    expect(pnpmCommand(path)).toEqual({ file: 'npx', args: ['-y', 'pnpm'] });
  });
});

it('is what npm_execpath says; where it says nothing, what npx finds', () => {
  const before = process.env.npm_execpath;
  try {
    process.env.npm_execpath = '/opt/pnpm';
    expect(pnpmCommand()).toEqual({ file: '/opt/pnpm', args: [] });
    delete process.env.npm_execpath;
    expect(pnpmCommand()).toEqual({ file: 'npx', args: ['-y', 'pnpm'] });
  } finally {
    if (before !== undefined) process.env.npm_execpath = before;
  }
});
