import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CropBackend } from '@cropgrad/core/backend';

/**
 * Imports a module, given by its path or as a package, and takes the crop backend that it exports: `default`, `backend`,
 * what `create` gives, or else the only one there is. Rejects with one line that says what is missing.
 */
export async function loadBackend(module: string): Promise<CropBackend> {
  const exported = await importModule(module);
  const { create } = exported;
  const named = [exported.default, exported.backend, typeof create === 'function' ? await create() : undefined];
  const others = Object.values(exported).filter(isBackend);
  const backend = named.find(isBackend) ?? (others.length === 1 ? others[0] : undefined);
  if (backend) return backend;
  throw new Error(
    `${module}: no crop backend among its exports (${Object.keys(exported).join(', ') || 'none'}). Export a CropBackend ` +
      'as default or as backend, or a function create that makes one',
  );
}

async function importModule(module: string): Promise<Record<string, unknown>> {
  const path = resolve(module);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return import(pathToFileURL(path).href);
  const here = createRequire(resolve('package.json'));
  try {
    return await import(pathToFileURL(here.resolve(module)).href);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(`${module}: neither a file nor an installed package that can be loaded (${reason})`);
  }
}

/** Whether a value looks like a crop backend; registering it checks the rest. */
function isBackend(value: unknown): value is CropBackend {
  return typeof value === 'object' && value !== null && 'tfBackend' in value && 'kernels' in value;
}
