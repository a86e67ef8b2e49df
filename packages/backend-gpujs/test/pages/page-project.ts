import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as vite8 from 'vite';
import * as vite7 from 'vite-7';
import webpack from 'webpack';
import { PackedProject } from '../../../../commands/packed-project.js';

/** What makes pages, by name, each minified as it does for production. */
export const BUNDLERS = { 'Vite 7': withVite(vite7.build), 'Vite 8': withVite(vite8.build), 'webpack 5': withWebpack };

const PACKED = ['core', 'backend-gpujs'];
const TFJS = ['@tensorflow/tfjs-backend-cpu', '@tensorflow/tfjs-core'];

/** A project of a user's: the packed packages, installed in a folder of its own, and a page on them. */
export class PageProject {
  readonly #project = new PackedProject();

  /** Packs and installs the packages. */
  async create(): Promise<void> {
    const names = [...PACKED.map((name) => `@cropgrad/${name}`), ...TFJS];
    const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
    await this.#project.install({ dependencies }, PACKED, fileURLToPath(new URL('../..', import.meta.url)));
    this.#project.write('main.js', readFileSync(new URL('main.js', import.meta.url), 'utf8'));
    this.#project.write('index.html', page('type="module"'));
  }

  /** Bundles the page, and gives back the folder to serve. */
  async bundle(bundler: keyof typeof BUNDLERS): Promise<string> {
    const out = join(this.#project.folder, bundler.replace(' ', '-'));
    await BUNDLERS[bundler](this.#project.folder, out);
    return out;
  }

  remove(): void {
    this.#project.remove();
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
