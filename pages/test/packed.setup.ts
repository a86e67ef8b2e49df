import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { PackedProject } from '../../commands/packed-project.js';

const PACKED = ['core', 'backend-cpu', 'backend-webgl', 'backend-webgpu'];
const TFJS = ['tfjs-core', 'tfjs-backend-cpu', 'tfjs-backend-webgl', 'tfjs-backend-webgpu'];

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a user's project, with the packed packages installed. */
    project: string;
  }
}

/** Packs and installs the packages once for all tests. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const project = new PackedProject();
  const names = [...PACKED.map((name) => `@cropgrad/${name}`), ...TFJS.map((name) => `@tensorflow/${name}`)];
  const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
  await project.install({ dependencies }, PACKED, fileURLToPath(new URL('..', import.meta.url)));
  provide('project', project.folder);
  return () => project.remove();
}
