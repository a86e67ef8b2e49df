import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

/** A page that Vite has built, served. */
export interface BuiltPage {
  origin: string;
  /** The folder of what was built. */
  folder: string;
  /** Stops serving it, and removes the folder. */
  close: () => Promise<void>;
}

/**
 * Builds the page in a folder by its own configuration, minified, and serves it. In `development` it is what libraries
 * such as React are while one writes a page: with their checks.
 */
export async function buildPage(root: string, mode: 'production' | 'development'): Promise<BuiltPage> {
  const folder = await mkdtemp(join(tmpdir(), 'cropgrad-page-'));
  const options = { root, mode, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } } as const;
  // Vite goes by this variable before its mode, and Vitest has set it.
  const outer = process.env.NODE_ENV;
  process.env.NODE_ENV = mode;
  try {
    await build(options);
  } finally {
    process.env.NODE_ENV = outer;
  }
  const server = await preview({ ...options, preview: { port: 0 } });
  const { origin } = new URL(server.resolvedUrls?.local[0] ?? '');
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
  return { origin, folder, close };
}
