import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { runProgram } from '../../commands/run-program.js';
import { fetchTool } from '../../elsewhere/src/fetch-tool.js';

/** A registry that runs on this machine. */
export interface Registry {
  origin: string;
  stop(): void;
}

/** The version that runs on Node 20, with a library that it asks for in a version that is gone. */
const VERDACCIO = {
  name: 'verdaccio',
  spec: 'verdaccio@6.8.x',
  program: 'bin/verdaccio',
  overrides: { 'node-fetch': '2.7.0' },
};

/**
 * Starts Verdaccio, which npm fetches, with its files in a folder that is there. Anybody may publish our packages to it; it
 * gets all others from npm's own registry.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  const program = await fetchTool(VERDACCIO);
  const { stdout } = await runProgram('npm', ['config', 'get', 'registry'], folder);
  const ours = { access: '$all', publish: '$all' };
  const config = {
    storage: join(folder, 'storage'),
    uplinks: { npm: { url: stdout.trim() } },
    packages: { '@cropgrad/*': ours, 'cropgrad-*': ours, '**': { access: '$all', proxy: 'npm' } },
    web: { enable: false },
    max_body_size: '100mb',
    log: { type: 'stdout', format: 'pretty', level: 'warn' },
  };
  // JSON is YAML.
  writeFileSync(join(folder, 'config.yaml'), JSON.stringify(config));

  const origin = `http://127.0.0.1:${await freePort()}`;
  const args = [program, '--config', join(folder, 'config.yaml'), '--listen', origin];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<never>((_resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`Verdaccio ended with ${code}`)));
  });
  await Promise.race([answers(`${origin}/-/ping`), ended]);
  ended.catch(() => {});
  return { origin, stop: () => server.kill() };
}

/** Waits until an address answers. */
async function answers(address: string): Promise<void> {
  while (!(await fetch(address).catch(() => undefined))?.ok) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
