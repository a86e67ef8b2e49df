import { fileURLToPath } from 'node:url';
import { PackedProject } from '../../commands/packed-project.js';
import { BACKENDS } from './runtime-result.js';

const PACKED = ['core', 'backend-cpu', 'backend-wasm', 'conformance'];
const TFJS = ['tfjs', 'tfjs-core', 'tfjs-backend-cpu', 'tfjs-backend-wasm'];

/** A project on the packed packages, with a program that is written for cpu, and what the suite is pointed at, for each backend. */
export async function createProject(program: string): Promise<PackedProject> {
  const project = new PackedProject();
  const names = [...PACKED.map((name) => `@cropgrad/${name}`), ...TFJS.map((name) => `@tensorflow/${name}`)];
  const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
  await project.install({ dependencies }, PACKED, fileURLToPath(new URL('..', import.meta.url)));
  for (const backend of BACKENDS) {
    project.write(`program-${backend}.js`, onBackend(program, backend));
    project.write(`backend-${backend}.js`, backendModule(backend));
  }
  return project;
}

function onBackend(program: string, backend: string): string {
  const changed = program.replace('@cropgrad/backend-cpu', `@cropgrad/backend-${backend}`);
  const code = changed.replace("setBackend('cpu')", `setBackend('${backend}')`);
  if (!code.includes(`backend-${backend}'`) || !code.includes(`setBackend('${backend}')`)) {
    throw new Error('The program is not written for cpu');
  }
  return code;
}

/** A module for the suite's command line; it lends a tfjs backend that has started. */
function backendModule(backend: string): string {
  return `
    import { ${backend}Backend } from '@cropgrad/backend-${backend}';
    import * as tf from '@tensorflow/tfjs-core';
    await tf.setBackend('${backend}');
    export default ${backend}Backend;`;
}
