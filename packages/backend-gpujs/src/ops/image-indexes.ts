import type { Device, DeviceArray } from '../device/device.js';

/** How kernels find the image of a crop: see `IMAGE_OF_CROP`. */
export interface ImageIndex {
  readonly numbers: { readonly imageStep: number };
  readonly arrays: { readonly imageIndex?: DeviceArray };
}

/** How many are kept: a forward and its gradients have the same, a model a few. */
const MOST = 8;

/** The image indexes on a device. Few differ, so the last ones stay there, and those that can be counted never go there. */
export class ImageIndexes {
  readonly #device: Device;
  /** The last used comes last. */
  #kept: { readonly values: Int32Array; readonly array: DeviceArray }[] = [];

  constructor(device: Device) {
    this.#device = device;
  }

  /** How many are on the device. */
  get count(): number {
    return this.#kept.length;
  }

  /** Finds or uploads one. It is there until others were asked for: use it at once. */
  of(imageIndex: Int32Array): ImageIndex {
    for (const imageStep of [0, 1]) {
      if (imageIndex.every((image, n) => image === n * imageStep)) return { numbers: { imageStep }, arrays: {} };
    }
    const found = this.#kept.find(({ values }) => areEqual(values, imageIndex));
    const entry = found ?? { values: imageIndex.slice(), array: this.#device.upload(imageIndex) };
    this.#kept = [...this.#kept.filter((kept) => kept !== found), entry];
    if (this.#kept.length > MOST) this.#device.free(this.#kept.splice(0, 1)[0].array);
    return { numbers: { imageStep: -1 }, arrays: { imageIndex: entry.array } };
  }
}

function areEqual(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}
