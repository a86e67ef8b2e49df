#!/usr/bin/env node
/**
 * `npx pnpm` in this folder is pnpm, and `npx pnpm docs` runs the script of that name. pnpm keeps the word for a command
 * of its own, which opens the page of a package, and never asks for a script; but npx prefers a program that the
 * package at hand names in its `bin`.
 */
import { spawn } from 'node:child_process';

const given = process.argv.slice(2);
const args = given.length === 1 && given[0] === 'docs' ? ['run', 'docs'] : given;
// Asked for a package, npx does not come back here.
const npx = ['--yes', '--package=pnpm', '--', 'pnpm', ...args];
const pnpm = spawn('npx', npx, { stdio: 'inherit', shell: process.platform === 'win32' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pnpm.kill(signal));
pnpm.on('exit', (code) => process.exit(code ?? 1));
