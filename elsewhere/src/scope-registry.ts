import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';

/** A package as it would be published. */
export interface Packed {
  /** Its package.json, as packed. */
  manifest: { name: string; version: string };
  /** The file that `pnpm pack` made. */
  tarball: string;
}

/** What serves packages, and where. */
export interface ScopeRegistry {
  origin: string;
  server: Server;
}

/**
 * Serves packed packages as an npm registry does, so that package managers install them by name and version, as they will
 * from the public one. It has no other packages: it is the registry of one scope.
 */
export async function serveScope(packages: readonly Packed[]): Promise<ScopeRegistry> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const asked = packages.find(({ manifest }) => path === `/${manifest.name}` || path === `/${fileOf(manifest)}`);
    if (asked === undefined) {
      response.writeHead(404).end('{}');
      return;
    }
    const { manifest, tarball } = asked;
    const bytes = readFileSync(tarball);
    if (path !== `/${manifest.name}`) {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(bytes);
      return;
    }
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    const shasum = createHash('sha1').update(bytes).digest('hex');
    const dist = { tarball: `http://${request.headers.host}/${fileOf(manifest)}`, integrity, shasum };
    const { name, version } = manifest;
    const versions = { [version]: { ...manifest, dist } };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The registry has no port');
  return { origin: `http://127.0.0.1:${address.port}`, server };
}

/** Where the registry has a package's tarball; package managers expect such a path. */
function fileOf({ name, version }: Packed['manifest']): string {
  return join(name, '-', `${name.split('/')[1]}-${version}.tgz`);
}
