import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const example = readme.split('```ts\n')[1].split('```')[0];
const folder = mkdtempSync(join(tmpdir(), 'cropgrad-readme-'));

/** Runs pnpm, the one that runs these tests where there is one. */
function pnpm(args: string[], cwd: string): void {
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.match(/pnpm[^/]*js$/) ? [process.execPath, [cli]] : ['npx', ['-y', 'pnpm']];
  execFileSync(command, [...first, ...args], { cwd, stdio: 'pipe' });
}

beforeAll(() => {
  const tarballs: Record<string, string> = {};
  for (const name of ['core', 'backend-cpu']) {
    const tarball = join(folder, `${name}.tgz`);
    pnpm(['pack', '--out', tarball], join(root, 'packages', name));
    tarballs[`@cropgrad/${name}`] = `file:${tarball}`;
  }
  const dependencies = { ...tarballs, '@tensorflow/tfjs': '4.22.0' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  // The packed packages name each other by version, which no registry has yet.
  const overrides = Object.entries(tarballs).map(([name, file]) => `  '${name}': '${file}'\n`);
  const builds = "allowBuilds:\n  core-js: false\n  '@tensorflow/tfjs': false\n";
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), `packages: []\n${builds}overrides:\n${overrides.join('')}`);
  pnpm(['install', '--prefer-offline', '--no-frozen-lockfile'], folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

it("the README's first example runs in a new project on the packed packages, and prints what it says", () => {
  writeFileSync(join(folder, 'example.js'), example);
  const printed = execFileSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const promised = example.match(/console\.log\(.*\); \/\/ (.*)\n/)?.[1];
  expect(promised).toBeDefined();
  expect(printed.trim()).toBe(promised);
});

it("and compiles there, strictly, against the packages' own types", () => {
  writeFileSync(join(folder, 'example.ts'), example);
  const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const compilerOptions = {
    noEmit: true,
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['example.ts'] }));
  const compile = (): string => {
    const { stdout } = spawnSync(process.execPath, [compiler], { cwd: folder, encoding: 'utf8' });
    return stdout;
  };
  expect(compile()).toBe('');
  writeFileSync(join(folder, 'example.ts'), example.replace('[16, 16]', '[16]'));
  expect(compile()).toMatch(/not assignable to parameter of type 'Size2D'/);
});
