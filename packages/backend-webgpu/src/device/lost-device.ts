import { CropError } from '@cropgrad/core/backend';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/** Why each device that was ever used was lost; undefined while it is there. */
const lost = new WeakMap<GPUDevice, { reason: string | undefined }>();

/** Throws `DEVICE_LOST` if the device is lost: tfjs does not check this, and gives results that can never be read. */
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
    got: `a lost device (${state.reason}), and every tensor on it is lost too`,
    expected: 'a device that is not lost',
    next: "Call tf.removeBackend('webgpu'), register it again as the README says, and then make your tensors again",
  });
}
