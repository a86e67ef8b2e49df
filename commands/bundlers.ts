import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vite8 from 'vite';
import * as vite7 from 'vite-7';
import webpack from 'webpack';

/** Bundles the page `main.js` of a project, minified as for production, into a folder that can be served. */
export type Bundle = (project: string, out: string) => Promise<void>;

/** What bundles pages, by name, each without a plugin. */
export const BUNDLERS: { readonly [name in 'Vite 7' | 'Vite 8' | 'webpack 5']: Bundle } = {
  'Vite 7': withVite(vite7.build),
  'Vite 8': withVite(vite8.build),
  'webpack 5': withWebpack,
};

function withVite(build: (config: vite8.InlineConfig & vite7.InlineConfig) => Promise<unknown>): Bundle {
  return async (root, outDir) => {
    writeFileSync(join(root, 'index.html'), page('type="module"'));
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
