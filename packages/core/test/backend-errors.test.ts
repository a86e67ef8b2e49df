import { cpuBackend } from '@cropgrad/backend-cpu';
import { crop, registerCropBackend } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';

it('NO_BACKEND names the package to install', () => {
  tf.registerBackend('bare', () => Object.create(tf.engine().findBackend('cpu'), { dispose: { value: () => {} } }), 0);
  tf.copyRegisteredKernels('cpu', 'bare');
  tf.setBackend('bare');
  try {
    const error = caught(() => crop(tf.ones([1, 4, 4, 1]) as tf.Tensor4D, [[-1, -1, 1, 1]], [2, 2]));
    expect(error).toMatchObject({ code: 'NO_BACKEND' });
    expect(String(error)).toMatch(/'bare'.*registered: cpu.*@cropgrad\/backend-cpu.*tf.setBackend\('cpu'\)/);
  } finally {
    tf.setBackend('cpu');
    tf.removeBackend('bare');
  }
});

it.each([
  ['everything', {}, /without AffineGrid, .*GridSampleGradGrid, tfBackend, capabilities.modes, .*imageDtypes/],
  ['a kernel', { ...cpuBackend, kernels: { ...cpuBackend.kernels, AffineGrid: undefined } }, /without AffineGrid;/],
  ['the name', { ...cpuBackend, tfBackend: '' }, /without tfBackend;/],
  ['a name that is no text', { ...cpuBackend, tfBackend: 7 }, /without tfBackend;/],
  [
    'the capabilities',
    { ...cpuBackend, capabilities: {} },
    /without capabilities.modes, .*capabilities.imageDtypes, capabilities.precision;/,
  ],
  [
    'a dtype',
    { ...cpuBackend, capabilities: { ...cpuBackend.capabilities, imageDtypes: [] } },
    /without capabilities.imageDtypes \(dtypes with 'float32' among them, not \[\]\);/,
  ],
  [
    'a mode that is none',
    { ...cpuBackend, capabilities: { ...cpuBackend.capabilities, modes: ['bilinaer'] } },
    /without capabilities.modes \(some of bilinear, nearest, bicubic, not \['bilinaer'\]\);/,
  ],
  [
    'modes as one word',
    { ...cpuBackend, capabilities: { ...cpuBackend.capabilities, modes: 'bilinear' } },
    /without capabilities.modes \(.*not 'bilinear'\);/,
  ],
  [
    'a fused kernel that is none',
    { ...cpuBackend, kernels: { ...cpuBackend.kernels, AffineSample: 7 } },
    /without AffineSample as a function;/,
  ],
])('INVALID_BACKEND names what is missing: %s', (_what, backend, message) => {
  const error = caught(() => Reflect.apply(registerCropBackend, undefined, [backend]));
  expect(error).toMatchObject({ code: 'INVALID_BACKEND' });
  expect(String(error)).toMatch(message);
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
