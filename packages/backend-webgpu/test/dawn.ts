import { constants } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { swiftShaderFolder } from './chromium-folder.ts';

/**
 * A setup file: WebGPU in Node, by Dawn on Chromium's software driver, and a look at every device's uncaptured errors after
 * each test. tfjs never looks at them, and gives whatever was in the buffer.
 */
const devices: GPUDevice[] = [];
const errors: string[] = [];

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

  const request = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (descriptor) {
    const device = await request.call(this, descriptor);
    device.addEventListener('uncapturederror', ({ error }) => errors.push(error.message));
    devices.push(device);
    return device;
  };
}

/** What the devices complained of since the last time; errors come with what a device has done. */
export async function takeErrors(): Promise<string[]> {
  await Promise.all(devices.map((device) => device.queue.onSubmittedWorkDone().catch(() => undefined)));
  return errors.splice(0);
}

afterEach(async () => {
  expect(await takeErrors()).toEqual([]);
});
