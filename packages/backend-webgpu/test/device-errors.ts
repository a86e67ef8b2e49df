/** Every device of this page or process, what it complained of, and what waits for that. */
const devices: GPUDevice[] = [];
const errors: string[] = [];
const waiting = new Map<GPUDevice, () => void>();

/** The name of a buffer that cannot be made. */
const FENCE = 'the fence of device-errors';

if (typeof GPUAdapter !== 'undefined') {
  const request = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (descriptor) {
    const device = await request.call(this, descriptor);
    device.addEventListener('uncapturederror', (event) => {
      const { message } = event.error;
      if (!message.includes(FENCE)) {
        errors.push(message);
        return;
      }
      event.preventDefault();
      waiting.get(device)?.();
    });
    devices.push(device);
    return device;
  };
}

/** Waits until all errors of a device are there. They come in order, perhaps after its work is done: one of our own comes last. */
async function haveCome(device: GPUDevice): Promise<void> {
  const fence = new Promise<void>((resolve) => waiting.set(device, resolve));
  device.createBuffer({ label: FENCE, size: 4, usage: 0 });
  // This also sends what the browser keeps till there is more.
  await device.queue.onSubmittedWorkDone().catch(() => undefined);
  await Promise.race([fence, device.lost]);
}

/** What the devices complained of since the last time: uncaptured errors, which tfjs never looks at. */
export async function takeErrors(): Promise<string[]> {
  await Promise.all(devices.map(haveCome));
  return errors.splice(0);
}
