/**
 * Builds the package `gl`, which gpu.js's mode headlessgl needs. Installs leave it out (`allowBuilds`): it takes minutes, a
 * C++ compiler, Python and the headers of X11 and OpenGL. What is built stays in node_modules.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const fromHere = createRequire(import.meta.url);
const gl = createRequire(fromHere.resolve('gpu.js')).resolve('gl/package.json');
const nodeGyp = createRequire(gl).resolve('node-gyp/bin/node-gyp.js');

// Node's own headers where it came with them; else node-gyp downloads them.
const nodeFolder = dirname(dirname(process.execPath));
const headers = existsSync(join(nodeFolder, 'include/node/node.h')) ? [`--nodedir=${nodeFolder}`] : [];

const { status } = spawnSync(process.execPath, [nodeGyp, 'rebuild', ...headers], {
  cwd: dirname(gl),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
