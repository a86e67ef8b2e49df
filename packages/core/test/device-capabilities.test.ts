import { cpuBackend } from '@cropgrad/backend-cpu';
import { crop, gridSample } from '@cropgrad/core';
import { type Capabilities, capabilitiesOf, registerCropBackend } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';

const image = tf.ones([2, 4, 4, 1]) as tf.Tensor4D;
const grid = tf.zeros([2, 2, 2, 2]) as tf.Tensor4D;
const box = [[-1, -1, 1, 1]];
const { capabilities } = cpuBackend;

function register(given: Capabilities | ((backend: MathBackendCPU) => Capabilities)): void {
  registerCropBackend<MathBackendCPU>({ ...cpuBackend, capabilities: given });
}

afterEach(() => registerCropBackend(cpuBackend));

describe('capabilities that depend on the device', () => {
  it('are asked for once, with the tfjs backend that has started', () => {
    const asked: unknown[] = [];
    register((backend) => {
      asked.push(backend);
      return { ...capabilities, dataFormats: ['NHWC'] };
    });
    expect(asked).toEqual([]);
    crop(image, box, [2, 2]);
    crop(image, box, [2, 2], { dataFormat: 'NHWC' });
    expect(asked).toEqual([tf.engine().backend]);
  });

  it('are refused when a call needs them and they are not what they must be', () => {
    register((): Capabilities => Reflect.apply(() => ({ ...capabilities, sampling: [] }), undefined, []));
    expect(() => crop(image, box, [2, 2])).toThrow(/on this device: got .*capabilities\.sampling.*INVALID_BACKEND/);
  });

  it('can be asked for without registering', () => {
    const backend = tf.engine().findBackend('cpu') as MathBackendCPU;
    const ofDevice = (): Capabilities => ({ ...capabilities, precision: 'f16' });
    expect(capabilitiesOf({ ...cpuBackend, capabilities: ofDevice }, backend).precision).toBe('f16');
    expect(capabilitiesOf(cpuBackend, backend)).toEqual(capabilities);
  });
});

describe('products', () => {
  it('hold together what each declares, and nothing across them', () => {
    register({
      ...capabilities,
      sampling: [
        {
          modes: ['bilinear', 'nearest'],
          paddingModes: ['zeros', 'border'],
          dimensions: [2],
          points: ['grid', 'affine'],
        },
        { modes: ['bicubic'], paddingModes: ['zeros'], dimensions: [2], points: ['grid'] },
      ],
    });
    expect(gridSample(image, grid, { mode: 'bicubic' }).shape).toEqual([2, 2, 2, 1]);
    expect(crop(image, box, [2, 2], { paddingMode: 'border' }).shape).toEqual([2, 2, 2, 1]);
    expect(() => crop(image, box, [2, 2], { mode: 'bicubic' })).toThrow(
      /combination .*got 'bicubic' with 'zeros' with a 2-D image with an affine theta; .*modes bilinear, nearest with .*; or modes bicubic .*points grid.*UNSUPPORTED/,
    );
    expect(() => gridSample(image, grid, { mode: 'bicubic', paddingMode: 'border' })).toThrow(
      /combination.*UNSUPPORTED/,
    );
    expect(() => gridSample(image, grid, { paddingMode: 'reflection' })).toThrow(
      /paddingMode on .*got 'reflection'; expected one of zeros, border,.*UNSUPPORTED/,
    );
  });
});

describe('without synchronous reads', () => {
  it('an imageIndex that is a tensor is refused with what to do, and numbers work', async () => {
    register({ ...capabilities, syncReads: false });
    const imageIndex = tf.tensor1d([1], 'int32');
    expect(() => crop(image, box, [2, 2], { imageIndex })).toThrow(/imageIndex: got a tensor .*await .*UNSUPPORTED/);
    expect(crop(image, box, [2, 2], { imageIndex: Array.from(await imageIndex.data()) }).shape).toEqual([1, 2, 2, 1]);
  });
});
