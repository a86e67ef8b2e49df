import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Installed, installedByNpm } from './installed-by-npm.js';
import { packPackages } from './pack-packages.js';
import { serveScope } from './scope-registry.js';

/** What core and one backend bring, by the backend's name. */
export type InstalledBackends = Readonly<Record<string, Installed>>;

const BACKENDS = ['cpu', 'wasm', 'webgl', 'webgpu', 'gpujs'];

/** Installs core and each backend of ours by npm, each pair in a folder of its own, and counts what came. */
export async function installedBackends(): Promise<InstalledBackends> {
  const folder = await mkdtemp(join(tmpdir(), 'cropgrad-installed-'));
  const packed = await packPackages(['core', ...BACKENDS.map((name) => `backend-${name}`)], folder);
  const { origin, server } = await serveScope(packed);
  const installed: Record<string, Installed> = {};
  for (const name of BACKENDS) {
    installed[name] = await installedByNpm(['@cropgrad/core', `@cropgrad/backend-${name}`], origin, folder);
  }
  server.close();
  rmSync(folder, { recursive: true });
  return installed;
}
