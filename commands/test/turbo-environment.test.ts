import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it, vi } from 'vitest';
import { runProgram } from '../run-program.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cropgrad-turbo-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** How a user reaches a registry: certificates, proxies, and what npm and pnpm are told. */
const SETTINGS = {
  NODE_EXTRA_CA_CERTS: join(root, 'LICENSE'),
  SSL_CERT_FILE: '/certificates.pem',
  HTTP_PROXY: 'http://proxy.example:1',
  HTTPS_PROXY: 'http://proxy.example:2',
  NO_PROXY: 'localhost',
  http_proxy: 'http://proxy.example:3',
  https_proxy: 'http://proxy.example:4',
  no_proxy: '127.0.0.1',
  npm_config_registry: 'http://registry.example/',
  npm_config_cafile: '/cafile.pem',
  NPM_CONFIG_STRICT_SSL: 'false',
  pnpm_config_network_concurrency: '1',
};

it("a test that turbo runs sees the user's settings for the network", async () => {
  const task = join(folder, 'packages/probe');
  mkdirSync(task, { recursive: true });
  copyFileSync(join(root, 'turbo.json'), join(folder, 'turbo.json'));
  const packageManager = { name: 'npm', version: '^10.0.0', onFail: 'ignore' };
  write('package.json', { name: 'folder', private: true, workspaces: ['packages/*'], devEngines: { packageManager } });
  write('packages/probe/package.json', { name: 'probe', scripts: { test: 'node print.js' } });
  writeFileSync(join(task, 'print.js'), `console.log('seen ' + JSON.stringify(process.env));`);
  for (const [name, value] of Object.entries(SETTINGS)) vi.stubEnv(name, value);

  const { exitCode, stdout, stderr } = await runProgram(join(root, 'node_modules/.bin/turbo'), ['run', 'test'], folder);
  expect(exitCode, stdout + stderr).toBe(0);
  expect(JSON.parse(stdout.match(/seen (.*)/)?.[1] ?? '{}')).toMatchObject(SETTINGS);
});

function write(file: string, contents: object): void {
  writeFileSync(join(folder, file), JSON.stringify(contents));
}
