/**
 * Gives Node WebGPU, by Dawn on the software driver that comes with Chromium: `node --import ./scripts/dawn.js`. As in the
 * tests of packages/backend-webgpu.
 */
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const folders = [dirname(process.env.CHROMIUM ?? '/usr/bin/chromium'), '/usr/lib/chromium'];
const folder = folders.find((candidate) => existsSync(join(candidate, 'vk_swiftshader_icd.json')));
if (folder === undefined) throw new Error('There is no Chromium, whose software driver is needed; CHROMIUM names one');
process.env.VK_ICD_FILENAMES ??= join(folder, 'vk_swiftshader_icd.json');
const { RTLD_NOW, RTLD_GLOBAL } = constants.dlopen;
const RTLD_NODELETE = 0x1000;
try {
  // The loader of Vulkan, which Dawn finds by name once it is there. It is no addon of Node's, so this throws.
  process.dlopen({ exports: {} }, join(folder, 'libvulkan.so.1'), RTLD_NOW | RTLD_GLOBAL | RTLD_NODELETE);
} catch {}
const { create, globals } = await import('webgpu');
Object.assign(globalThis, globals);
// tfjs never looks at what a device complains of, and goes on with whatever was in a buffer.
const request = GPUAdapter.prototype.requestDevice;
GPUAdapter.prototype.requestDevice = async function (descriptor) {
  const device = await request.call(this, descriptor);
  device.addEventListener('uncapturederror', ({ error }) => {
    console.error(`The GPU reports an error: ${error.message}`);
    process.exit(1);
  });
  return device;
};
// tfjs looks for it when it is imported.
Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) }, configurable: true });
