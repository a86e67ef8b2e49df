import { afterEach, expect } from 'vitest';

/**
 * A setup file: looks at every device's uncaptured errors after each test. tfjs never looks at them, and gives whatever was in
 * the buffer.
 */
const devices: GPUDevice[] = [];
const errors: string[] = [];

if (typeof GPUAdapter !== 'undefined') {
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
