import { pnpmCommand } from '../../commands/pnpm-command.js';
import { fetchTool } from './fetch-tool.js';
import { BUN, DENO } from './runtimes.js';

/** A program with the arguments that come before all others. */
type Start = readonly [string, ...string[]];

/** How a package manager is used here. */
export interface PackageManager {
  /** The program that its name, the first word of an install line, stands for. */
  start(): Promise<Start>;
  /** What runs a program of a project that it has installed. */
  run(start: Start): Start;
  /** Files that a new project has, by name, where the packages of our scope come from a registry of its own. */
  files(registry: string): Record<string, string>;
  /** What it must not say: complaints about what we ask of a project. */
  complaint: RegExp;
}

const node = (): Start => [process.execPath];
const manifest = { 'package.json': JSON.stringify({ private: true, type: 'module' }) };
const npmrc = (registry: string): string => `@cropgrad:registry=${registry}/\n`;

/** The package managers that the guide has install lines for. What they cache by version they cache in the project. */
export const PACKAGE_MANAGERS: Readonly<Record<string, PackageManager>> = {
  npm: {
    start: async () => ['npm'],
    run: node,
    files: (registry) => ({ ...manifest, '.npmrc': npmrc(registry) }),
    complaint: /ERESOLVE|peer/,
  },
  pnpm: {
    start: async () => {
      const { file, args } = pnpmCommand();
      return [file, ...args];
    },
    run: node,
    files: (registry) => ({ ...manifest, '.npmrc': npmrc(registry) }),
    complaint: /ERR_PNPM|peer/,
  },
  'Yarn 1': {
    start: async () => {
      const yarn = await fetchTool({ name: 'yarn-1', spec: 'yarn@1.x', program: 'bin/yarn.js' });
      return [process.execPath, yarn];
    },
    run: node,
    files: (registry) => ({ ...manifest, '.npmrc': npmrc(registry), '.yarnrc': 'cache-folder "./.cache"\n' }),
    complaint: /unmet peer dependency/,
  },
  'Yarn 4': {
    start: async () => {
      const yarn = await fetchTool({ name: 'yarn-4', spec: '@yarnpkg/cli-dist@4.x', program: 'bin/yarn.js' });
      return [process.execPath, yarn];
    },
    // Its default has no node_modules: it tells Node where each package is.
    run: (start) => [...start, 'node'],
    files: (registry) => ({
      ...manifest,
      // Without one, it takes the folder for a part of a project above it.
      'yarn.lock': '',
      // JSON is YAML. It refuses packages that are younger than a day, unless they are named.
      '.yarnrc.yml': JSON.stringify({
        enableGlobalCache: false,
        enableTelemetry: false,
        npmPreapprovedPackages: ['@cropgrad/*'],
        npmScopes: { cropgrad: { npmRegistryServer: registry } },
        unsafeHttpWhitelist: ['127.0.0.1'],
      }),
    }),
    complaint: /YN0002|Error/,
  },
  Deno: {
    start: async () => [await fetchTool(DENO)],
    run: (start) => [...start, 'run', '--allow-env', '--allow-read'],
    files: (registry) => ({ 'deno.json': '{}', '.npmrc': npmrc(registry) }),
    complaint: /peer/,
  },
  Bun: {
    start: async () => [await fetchTool(BUN)],
    run: (start) => start,
    files: (registry) => ({
      ...manifest,
      'bunfig.toml': `[install.scopes]\ncropgrad = "${registry}/"\n[install.cache]\ndir = "./.cache"\n`,
    }),
    complaint: /incorrect peer/,
  },
};
