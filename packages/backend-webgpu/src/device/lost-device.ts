import { CropError } from '@cropgrad/core/backend';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/** Why each device that was ever used was lost; undefined while it is there. */
const lost = new WeakMap<GPUDevice, { reason: string | undefined }>();

/** Throws `DEVICE_LOST` when the device is gone: tfjs does not look, and gives results that can never be read. */
export function requireDevice({ device }: WebGPUBackend): void {
  let state = lost.get(device);
  if (!state) {
    const watched: { reason: string | undefined } = { reason: undefined };
    device.lost.then(({ message, reason }) => {
      watched.reason = message || reason || 'no reason';
    });
    state = watched;
    lost.set(device, state);
  }
  if (state.reason === undefined) return;
  throw new CropError('DEVICE_LOST', {
    what: 'webgpu: the device',
    got: `a device that was lost (${state.reason}), and every tensor on it`,
    expected: 'a device that is there',
    next: "Call tf.removeBackend('webgpu'), register it again as the README says, and make the tensors anew",
  });
}
