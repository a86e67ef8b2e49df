import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** One file that imports nothing: what it needs of core and backend-cpu is in it, so that neither brings tfjs along. */
export default defineConfig({
  root: pathOf('.'),
  resolve: { conditions: ['cropgrad-source', 'module', 'browser'] },
  build: {
    lib: { entry: pathOf('src/index.ts'), formats: ['es'], fileName: 'index' },
    outDir: pathOf('dist'),
    // The declarations are there already.
    emptyOutDir: false,
    target: 'es2022',
    minify: false,
    sourcemap: true,
  },
  plugins: [
    {
      name: 'crops-alone',
      enforce: 'pre',
      // Loops that only gradients run, and the way of volumes.
      transform: (code, id) => {
        if (!/\/ways\/([^/]+\/(scatter|slope)[^/]*|volume-cells\/way)\.ts$/.test(id)) return undefined;
        const names = [...code.matchAll(/export function (\w+)/g)];
        return { code: names.map(([, name]) => `export function ${name}() {}`).join('\n'), map: null };
      },
    },
    {
      name: 'own-declarations',
      writeBundle: () => copyFileSync(pathOf('../core/dist/errors.d.ts'), pathOf('dist/crop-error.d.ts')),
    },
  ],
});
