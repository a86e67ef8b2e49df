import { constants } from 'node:os';
import { join } from 'node:path';
import { swiftShaderFolder } from '../chromium-folder.ts';

/** A setup file: WebGPU in Node, by Dawn on Chromium's software driver. */
const folder = swiftShaderFolder();
if (folder !== undefined) {
  process.env.VK_ICD_FILENAMES ??= join(folder, 'vk_swiftshader_icd.json');
  const { RTLD_NOW, RTLD_GLOBAL } = constants.dlopen;
  const RTLD_NODELETE = 0x1000;
  try {
    // The loader of Vulkan, which Dawn finds by name once it is there. It is no addon of Node's, so this throws.
    process.dlopen({ exports: {} }, join(folder, 'libvulkan.so.1'), RTLD_NOW | RTLD_GLOBAL | RTLD_NODELETE);
  } catch {}
  const { create, globals } = await import('webgpu');
  Object.assign(globalThis, globals);
  // tfjs looks for it when it is imported.
  Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) }, configurable: true });
}
// Now that there are devices to watch.
await import('../watch-devices.js');
