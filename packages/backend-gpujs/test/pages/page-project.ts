import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as vite8 from 'vite';
import * as vite7 from 'vite-7';
import webpack from 'webpack';

const packages = fileURLToPath(new URL('../../..', import.meta.url));

/** What makes pages, by name, each minified as it does for production. */
export const BUNDLERS = { 'Vite 7': withVite(vite7.build), 'Vite 8': withVite(vite8.build), 'webpack 5': withWebpack };

/** A project of a user's: the packed packages, installed in a folder of its own, and a page on them. */
export class PageProject {
  readonly #folder: string = mkdtempSync(join(tmpdir(), 'cropgrad-gpujs-'));

  /** Builds, packs and installs the packages. */
  create(): void {
    const tarballs: Record<string, string> = {};
    pnpm(['run', 'build'], join(packages, 'backend-gpujs')); // builds core on the way
    for (const name of ['core', 'backend-gpujs']) {
      pnpm(['pack', '--out', join(this.#folder, `${name}.tgz`)], join(packages, name));
      tarballs[`@cropgrad/${name}`] = `file:${join(this.#folder, `${name}.tgz`)}`;
    }
    const tfjs = { '@tensorflow/tfjs-backend-cpu': '4.22.0', '@tensorflow/tfjs-core': '4.22.0' };
    const dependencies = { ...tarballs, ...tfjs };
    writeFileSync(join(this.#folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
    // The packed packages name each other by version, which no registry has yet. JSON is YAML.
    const allowBuilds = { gl: false };
    const workspace = { packages: [], overrides: tarballs, allowBuilds };
    writeFileSync(join(this.#folder, 'pnpm-workspace.yaml'), JSON.stringify(workspace));
    pnpm(['install', '--prefer-offline', '--no-frozen-lockfile'], this.#folder);
    cpSync(new URL('main.js', import.meta.url), join(this.#folder, 'main.js'));
    writeFileSync(join(this.#folder, 'index.html'), page('type="module"'));
  }

  /** Bundles the page, and gives back the folder to serve. */
  async bundle(bundler: keyof typeof BUNDLERS): Promise<string> {
    const out = join(this.#folder, bundler.replace(' ', '-'));
    await BUNDLERS[bundler](this.#folder, out);
    return out;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

function withVite(build: (config: vite8.InlineConfig & vite7.InlineConfig) => Promise<unknown>) {
  return async (root: string, outDir: string): Promise<void> => {
    await build({ root, configFile: false, logLevel: 'error', build: { outDir, target: 'es2022' } });
  };
}

async function withWebpack(context: string, path: string): Promise<void> {
  const mode = 'production';
  const compiler = webpack({ context, entry: './main.js', mode, output: { path }, performance: { hints: false } });
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  const errors = stats?.toJson({ all: false, errors: true }).errors ?? [];
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  writeFileSync(join(path, 'index.html'), page('defer'));
}

function page(attributes: string): string {
  return `<!doctype html><meta charset="utf-8"><script ${attributes} src="/main.js"></script>`;
}

/** Runs pnpm, the one that runs these tests where there is one. */
function pnpm(args: string[], cwd: string): void {
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.match(/pnpm[^/]*js$/) ? [process.execPath, [cli]] : ['npx', ['-y', 'pnpm']];
  execFileSync(command, [...first, ...args], { cwd, stdio: 'pipe' });
}
