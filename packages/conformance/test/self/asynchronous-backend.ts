import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import {
  type BackendValues,
  type DataId,
  type DataType,
  getKernelsForBackend,
  type Rank,
  registerBackend,
  registerKernel,
  type TensorBuffer,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

/** tfjs's cpu backend as a GPU would be: its own kernels have the numbers, and whoever else reads them waits. */
class AsynchronousCPU extends MathBackendCPU {
  #isOwn = false;

  override async read(dataId: DataId): Promise<BackendValues> {
    return super.readSync(dataId);
  }
  override bufferSync<R extends Rank, D extends DataType>(tensor: TensorInfo): TensorBuffer<R, D> {
    this.#isOwn = true;
    const values = super.bufferSync<R, D>(tensor);
    this.#isOwn = false;
    return values;
  }
  override readSync(dataId: DataId): BackendValues {
    if (!this.#isOwn) throw new Error('this backend has no synchronous reads');
    return super.readSync(dataId);
  }
}

/** Registers a tfjs backend that is cpu without synchronous reads, and gives its name. */
export function registerAsynchronousBackend(): string {
  const name = 'asynchronous';
  registerBackend(name, () => new AsynchronousCPU(), 0);
  for (const kernel of getKernelsForBackend('cpu')) registerKernel({ ...kernel, backendName: name });
  return name;
}
