import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';

/** Makes WebGPU of dawn.node in the folder, before tfjs looks for it. A Vulkan loader in the folder is taken if there is one. */
const folder = import.meta.dirname;
const { RTLD_NOW, RTLD_GLOBAL } = constants.dlopen;
const RTLD_NODELETE = 0x1000;
try {
  // It is no addon of Node's, so this throws, though it is loaded.
  process.dlopen({ exports: {} }, join(folder, 'libvulkan.so.1'), RTLD_NOW | RTLD_GLOBAL | RTLD_NODELETE);
} catch {}
const { create, globals } = createRequire(import.meta.url)(join(folder, 'dawn.node'));
Object.assign(globalThis, globals);
Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) }, configurable: true });
