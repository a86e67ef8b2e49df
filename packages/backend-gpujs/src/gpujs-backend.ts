import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { type backend_util, type DataType, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Device, type DeviceArray, type Transfers } from './device/device.js';
import { chooseMode, type GpuJsMode } from './device/gpujs-mode.js';
import { ImageIndexes } from './ops/image-indexes.js';

/** Options of {@link createGpuJsBackend}. */
export interface GpuJsOptions {
  /** Default: the first of `webgl2`, `headlessgl`, `webgl` and `webasm` that runs here. */
  mode?: GpuJsMode | undefined;
}

/**
 * A tfjs backend whose crop kernels run on one gpu.js device. All other kernels run on the CPU, as those of tfjs's own `cpu`
 * backend do. Results stay on the device until something on the CPU reads them.
 * Throws a CropError with the code `NO_DEVICE` when the mode does not run here.
 */
export function createGpuJsBackend({ mode }: GpuJsOptions = {}): GpuJsBackend {
  return new GpuJsBackend(new Device(chooseMode(mode)));
}

/** How many things are on the device now. */
export interface LiveCounts {
  /** Arrays of tensors, and of running kernels, that are not freed yet. */
  arrays: number;
  /** Kernels that are kept compiled. */
  kernels: number;
  /** Values of `imageIndex` that are kept for the next call, a few at most. */
  imageIndexes: number;
}

/** What a crop kernel's input holds: float32, or what tfjs's Cast to float32 left as it was. */
type NumericValues = Parameters<Device['upload']>[0];

/** What tfjs's cpu kernels know of a tensor, and where it is on the device. */
type TensorRecord = ReturnType<MathBackendCPU['data']['get']> & { onDevice?: DeviceArray };

/** See {@link createGpuJsBackend}. */
export class GpuJsBackend extends MathBackendCPU {
  /**
   * The device that the crop kernels run on.
   *
   * @internal
   */
  readonly device: Device;
  /**
   * Which image each crop reads, on the device.
   *
   * @internal
   */
  readonly imageIndexes: ImageIndexes;

  /** @internal */
  constructor(device: Device) {
    super();
    this.device = device;
    this.imageIndexes = new ImageIndexes(device);
  }

  /** Where the crop kernels run. */
  get mode(): GpuJsMode {
    return this.device.mode;
  }

  /** What was copied between the host and the device so far. */
  get transfers(): Readonly<Transfers> {
    return this.device.transfers;
  }

  /** What there is on the device. */
  get live(): LiveCounts {
    const { arrays, kernels } = this.device.live;
    const { count } = this.imageIndexes;
    return { arrays: arrays - count, kernels, imageIndexes: count };
  }

  /**
   * A tensor's numbers on the device; they are copied there once, and stay as long as the tensor.
   *
   * @internal
   */
  onDevice({ dataId }: TensorInfo): DeviceArray {
    const record: TensorRecord = this.data.get(dataId);
    record.onDevice ??= this.device.upload(record.values as NumericValues);
    return record.onDevice;
  }

  /**
   * Makes a tensor of what is on the device; it is copied to the host when something reads it there.
   *
   * @internal
   */
  fromDevice(array: DeviceArray, givenShape: readonly number[]): TensorInfo {
    const shape = [...givenShape];
    util.assert(util.sizeFromShape(shape) === array.length, () => `${array.length} numbers for shape [${shape}]`);
    const dataId = this.write(new Float32Array(0), shape, 'float32');
    const { device } = this;
    const record: TensorRecord = this.data.get(dataId);
    record.onDevice = array;
    Object.defineProperty(record, 'values', {
      configurable: true,
      enumerable: true,
      get(): Float32Array {
        const values = device.download(array);
        this.values = values;
        return values;
      },
      set(values: backend_util.BackendValues) {
        Object.defineProperty(record, 'values', { value: values, writable: true });
      },
    });
    return { dataId, shape, dtype: 'float32' satisfies DataType };
  }

  /** Frees a tensor's memory, on the device too, when nothing else refers to it or `force` is set; says whether it did. */
  override disposeData(dataId: object, force = false): boolean {
    const { onDevice }: Partial<TensorRecord> = this.data.has(dataId) ? this.data.get(dataId) : {};
    const isGone = super.disposeData(dataId, force);
    if (isGone && onDevice) this.device.free(onDevice);
    return isGone;
  }

  /** Frees the device and all that is on it. */
  override dispose(): void {
    void this.device.dispose();
  }
}
