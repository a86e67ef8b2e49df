import { cpuBackend } from '@cropgrad/backend-cpu';
import {
  affineSample,
  boxToTheta,
  crop,
  cropQuads,
  gridSample,
  perspectiveGrid,
  perspectiveSample,
} from '@cropgrad/core';
import { type Capabilities, type CropBackend, KERNEL_PREFIX, registerCropBackend } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectClose } from './close.js';
import { mountPartial as mount, withoutAntialias } from './partial-backend.js';

const image = tf.randomUniform([1, 5, 6, 3], 0, 9, 'float32', 4) as tf.Tensor4D;
const boxes = tf.tensor2d([[-0.5, -1.25, 1, 0.5]]);
const dy = tf.randomUniform([1, 4, 3, 3], -1, 1, 'float32', 5) as tf.Tensor4D;

/** Value and both gradients of a crop, on the current backend. */
function evaluate(image: tf.Tensor4D, dy: tf.Tensor4D, dataFormat: 'NHWC' | 'NCHW'): tf.Tensor[] {
  const f = (i: tf.Tensor, b: tf.Tensor): tf.Tensor => crop(i as tf.Tensor4D, b as tf.Tensor2D, [4, 3], { dataFormat });
  const { value, grads } = tf.valueAndGrads(f)([image, boxes], dy);
  return [value, ...grads];
}

afterEach(() => {
  tf.setBackend('cpu');
  tf.removeBackend('partial');
});

describe('registerCropBackend', () => {
  it('composes absent fused kernels, and frees the grid', () => {
    const wanted = evaluate(image, dy, 'NHWC');
    const { AffineSample, AffineSampleGradImage, AffineSampleGradTheta, ...required } = cpuBackend.kernels;
    expect([AffineSample, AffineSampleGradImage, AffineSampleGradTheta].every(Boolean)).toBe(true);
    mount({});
    registerCropBackend({ ...cpuBackend, tfBackend: 'partial', capabilities: withoutAntialias, kernels: required });
    const before = tf.engine().backend.numDataIds();
    const found = evaluate(image, dy, 'NHWC');
    expect(tf.engine().backend.numDataIds() - before, 'only the results are left').toBe(3);
    for (const [i, tensor] of found.entries()) expectClose(tensor, wanted[i].shape, wanted[i].dataSync(), 1e-5);
  });

  it('uses ops of tfjs where a backend has no kernels for boxes, also in place of one that has', () => {
    const wanted = evaluate(image, dy, 'NHWC');
    const { BoxToTheta, BoxToThetaGradBoxes, ...others } = cpuBackend.kernels;
    expect([BoxToTheta, BoxToThetaGradBoxes].every(Boolean)).toBe(true);
    mount({});
    registerCropBackend({ ...cpuBackend, tfBackend: 'partial', kernels: others });
    expect(tf.getKernel(`${KERNEL_PREFIX}BoxToTheta`, 'partial')).toBeUndefined();
    const found = evaluate(image, dy, 'NHWC');
    for (const [i, tensor] of found.entries()) expectClose(tensor, wanted[i].shape, wanted[i].dataSync(), 1e-5);
  });

  it.each(['BoxToTheta', 'BoxToThetaGradBoxes'])(
    'refuses one kernel for boxes without the other: %s is absent',
    (name) => {
      mount({});
      const kernels = { ...cpuBackend.kernels, [name]: undefined };
      expect(() => registerCropBackend({ ...cpuBackend, tfBackend: 'partial', kernels } as typeof cpuBackend)).toThrow(
        /without both BoxToTheta and BoxToThetaGradBoxes, or neither.*INVALID_BACKEND/,
      );
    },
  );

  it('composes absent fused kernels of perspective, and frees the grid', () => {
    const quads = tf.tensor3d([-0.7, -0.6, 0.8, -0.4, 0.5, 0.9, -0.9, 0.3], [1, 4, 2]);
    const straightened = (): tf.Tensor[] => {
      const f = (i: tf.Tensor, q: tf.Tensor): tf.Tensor => cropQuads(i as tf.Tensor4D, q as tf.Tensor3D, [4, 3]);
      const { value, grads } = tf.valueAndGrads(f)([image, quads], dy);
      return [value, ...grads];
    };
    const wanted = straightened();
    mount({});
    const { PerspectiveSample, PerspectiveSampleGradImage, PerspectiveSampleGradTheta, ...others } = cpuBackend.kernels;
    expect([PerspectiveSample, PerspectiveSampleGradImage, PerspectiveSampleGradTheta].every(Boolean)).toBe(true);
    registerCropBackend({ ...cpuBackend, tfBackend: 'partial', capabilities: withoutAntialias, kernels: others });
    const before = tf.engine().backend.numDataIds();
    const found = straightened();
    expect(tf.engine().backend.numDataIds() - before, 'only the results are left').toBe(3);
    for (const [i, tensor] of found.entries()) expectClose(tensor, wanted[i].shape, wanted[i].dataSync(), 1e-4);
  });

  it.each([true, false])('refuses perspective that is declared without its kernels: as a function %s', (asFunction) => {
    const { PerspectiveGridGradTheta, ...others } = cpuBackend.kernels;
    expect(PerspectiveGridGradTheta).toBeDefined();
    const capabilities = asFunction ? () => cpuBackend.capabilities : cpuBackend.capabilities;
    const refusal = /without PerspectiveGridGradTheta, as it declares 'perspective'.*INVALID_BACKEND/;
    mount({});
    const register = (): void =>
      registerCropBackend<MathBackendCPU>({ ...cpuBackend, tfBackend: 'partial', capabilities, kernels: others });
    if (!asFunction) expect(register).toThrow(refusal);
    else {
      register();
      expect(() => crop(image, boxes, [2, 2])).toThrow(refusal);
    }
  });

  it('refuses perspective that is not declared', () => {
    mount({ sampling: [{ ...cpuBackend.capabilities.sampling[0], points: ['grid', 'affine'] }] });
    const theta = tf.tensor3d([1, 0, 0, 0, 1, 0, 0, 0, 1], [1, 3, 3]);
    expect(() => perspectiveSample(image, theta, [2, 2])).toThrow(/points.*a perspective theta.*UNSUPPORTED/);
    expect(() => perspectiveGrid(theta, [2, 2])).toThrow(/UNSUPPORTED/);
  });

  it('transposes for a backend without NCHW, and for one without NHWC', () => {
    const wanted = evaluate(image, dy, 'NHWC');
    const channelsFirst = [image, dy].map((tensor) => tf.transpose(tensor, [0, 3, 1, 2]));
    mount({ dataFormats: ['NHWC'] });
    let before = tf.engine().backend.numDataIds();
    const [crops, dimage, dboxes] = evaluate(channelsFirst[0], channelsFirst[1], 'NCHW');
    expect(tf.engine().backend.numDataIds() - before, 'only the results are left').toBe(3);
    expectClose(tf.transpose(crops, [0, 2, 3, 1]), wanted[0].shape, wanted[0].dataSync(), 0);
    expectClose(tf.transpose(dimage, [0, 2, 3, 1]), wanted[1].shape, wanted[1].dataSync(), 0);
    expectClose(dboxes, wanted[2].shape, wanted[2].dataSync(), 0);

    mount({ dataFormats: ['NCHW'] });
    before = tf.engine().backend.numDataIds();
    const found = evaluate(image, dy, 'NHWC');
    expect(tf.engine().backend.numDataIds() - before).toBe(3);
    for (const [i, tensor] of found.entries()) expectClose(tensor, wanted[i].shape, wanted[i].dataSync(), 1e-6);
  });

  it('shows a kernel the layouts it declares, as they came, and no other', () => {
    const { AffineSample, AffineSampleGradImage } = cpuBackend.kernels;
    if (!AffineSample || !AffineSampleGradImage) expect.fail('the cpu backend has them');
    const seen: string[] = [];
    const spies: Partial<CropBackend<MathBackendCPU, Capabilities>['kernels']> = {
      AffineSample: (args) => {
        seen.push(`${args.attrs.dataFormat} ${args.inputs.image.shape}`);
        return AffineSample(args);
      },
      AffineSampleGradImage: (args) => {
        seen.push(`${args.attrs.dataFormat} ${args.inputs.dy.shape} to ${args.attrs.imageShape}`);
        return AffineSampleGradImage(args);
      },
    };
    const channelsFirst = [image, dy].map((tensor) => tf.transpose(tensor, [0, 3, 1, 2]));
    mount({ dataFormats: ['NHWC'] }, spies);
    evaluate(channelsFirst[0], channelsFirst[1], 'NCHW');
    expect(seen.splice(0)).toEqual(['NHWC 1,5,6,3', 'NHWC 1,4,3,3 to 1,5,6,3']);
    mount({ dataFormats: ['NHWC', 'NCHW'] }, spies);
    evaluate(channelsFirst[0], channelsFirst[1], 'NCHW');
    expect(seen).toEqual(['NCHW 1,3,5,6', 'NCHW 1,3,4,3 to 1,3,5,6']);
  });

  it('replaces what was registered before, without a warning from tfjs', () => {
    mount({});
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    registerCropBackend({
      ...cpuBackend,
      tfBackend: 'partial',
      kernels: { ...cpuBackend.kernels, AffineSample: () => expect.fail('the new one') },
    });
    expect(() => crop(image, boxes, [4, 3])).toThrow('the new one');
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('casts images for a backend that reads float32 only', () => {
    const ints = tf.cast(image, 'int32');
    const wanted = crop(ints, boxes, [4, 3]);
    const seen: string[] = [];
    mount(
      { imageDtypes: ['float32'] },
      {
        AffineSample: (args) => {
          seen.push(args.inputs.image.dtype);
          return cpuBackend.kernels.AffineSample?.(args) ?? expect.fail('the cpu backend has it');
        },
      },
    );
    const before = tf.engine().backend.numDataIds();
    expectClose(crop(ints, boxes, [4, 3]), wanted.shape, wanted.dataSync(), 0);
    expect(tf.engine().backend.numDataIds() - before, 'only the result is left').toBe(1);
    expect(seen).toEqual(['float32']);
  });

  it('never shows a kernel an empty tensor', () => {
    mount(
      {},
      {
        AffineSample: () => expect.fail('called with an empty result'),
        AffineSampleGradImage: () => expect.fail('called with an empty dy'),
      },
    );
    expect(crop(image, boxes, [0, 3]).shape).toEqual([1, 0, 3, 3]);
    const dimage = tf.grad((i) => crop(i as tf.Tensor4D, boxes, [0, 3]))(image, tf.zeros([1, 0, 3, 3]));
    expectClose(dimage, image.shape, new Float32Array(image.size), 0);
  });

  it('throws UNSUPPORTED for what is not declared, and names what is', () => {
    mount({
      sampling: [{ modes: ['nearest'], paddingModes: ['border'], dimensions: [2], points: ['grid', 'affine'] }],
    });
    const options = { mode: 'nearest', paddingMode: 'border' } as const;
    const grid = tf.zeros([1, 2, 2, 2]) as tf.Tensor4D;
    expect(gridSample(image, grid, options).shape).toEqual([1, 2, 2, 3]);
    expect(() => gridSample(image, grid, { paddingMode: 'border' })).toThrow(
      /mode on .*'partial': got 'bilinear'.*nearest.*UNSUPPORTED/,
    );
    expect(() => crop(image, boxes, [2, 2], { mode: 'nearest' })).toThrow(/paddingMode .*'zeros'.*border.*UNSUPPORTED/);
    const volume = tf.ones([1, 2, 2, 2, 1]) as tf.Tensor5D;
    const theta = boxToTheta([[-1, -1, -1, 1, 1, 1]]);
    expect(() => affineSample(volume, theta, [2, 2, 2], options)).toThrow(/3-D.*UNSUPPORTED/);
  });

  it('calls only a RangeError about room OUT_OF_MEMORY, and lets every other error through as it is', () => {
    const thrown = [new RangeError('precision out of range'), new Error('no memory of this'), new TypeError('broken')];
    for (const error of thrown) {
      mount(
        {},
        {
          AffineSample: () => {
            throw error;
          },
        },
      );
      expect(() => crop(image, boxes, [4, 3])).toThrow(error);
    }
    mount(
      {},
      {
        AffineSample: () => {
          throw new RangeError('Array buffer allocation failed');
        },
      },
    );
    expect(() => crop(image, boxes, [4, 3])).toThrow(/\[1,4,3,3\]: got Array buffer allocation failed.*OUT_OF_MEMORY/);
  });

  it('frees what it made when a kernel throws', () => {
    mount(
      { imageDtypes: ['float32'], dataFormats: ['NCHW'] },
      {
        AffineSample: () => {
          throw new Error('broken kernel');
        },
      },
    );
    const ints = tf.cast(image, 'int32');
    const before = tf.engine().backend.numDataIds();
    expect(() => crop(ints, boxes, [4, 3])).toThrow('broken kernel');
    expect(tf.engine().backend.numDataIds()).toBe(before);
  });
});
