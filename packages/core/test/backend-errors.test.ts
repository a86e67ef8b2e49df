import { cpuBackend } from '@cropgrad/backend-cpu';
import { boxToTheta, type Capabilities, crop, registerCropBackend } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeValue } from '../src/inputs/describe-value.js';

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

/** Values of a capability that are wrong, and what the error says they may be. */
const WRONG: [capability: keyof Capabilities, words: string, wrong: unknown[]][] = [
  ['modes', 'some of bilinear, nearest, bicubic', [[], ['bilinear', 'linear'], ['linear', 'bilinear'], 'bilinear']],
  ['paddingModes', 'some of zeros, border, reflection', [[], ['zeros', 'mirror'], {}]],
  ['dimensions', 'some of 2, 3', [[], [2, 4], ['2'], 2]],
  ['dataFormats', 'some of NHWC, NCHW', [[], ['NHWC', 'HWC'], null]],
  [
    'imageDtypes',
    "dtypes with 'float32' among them",
    [[], ['int32', 'bool'], ['float32', 'float16'], ['float16'], 'float32'],
  ],
  ['precision', "'f32' or 'f16'", ['f64', 32, null]],
  ['exactIntegers', 'a whole number above 0', [0, -1, 1.5, '2048', Number.POSITIVE_INFINITY, null]],
  ['flushesDenormals', 'true or false', ['yes', 0, null]],
];
it.each(WRONG)('INVALID_BACKEND says what %s may be', (capability, words, wrong) => {
  for (const value of wrong) {
    const backend = { ...cpuBackend, capabilities: { ...cpuBackend.capabilities, [capability]: value } };
    const error = caught(() => Reflect.apply(registerCropBackend, undefined, [backend]));
    expect(error, describeValue(value)).toMatchObject({ code: 'INVALID_BACKEND' });
    expect(String(error)).toContain(`without capabilities.${capability} (${words}, not ${describeValue(value)});`);
  }
});

it('every capability there is, and the least of each, is a backend', () => {
  const everything: Capabilities = {
    ...cpuBackend.capabilities,
    precision: 'f16',
    exactIntegers: 1,
    flushesDenormals: true,
  };
  const little: Capabilities = {
    modes: ['nearest'],
    paddingModes: ['border'],
    dimensions: [3],
    dataFormats: ['NCHW'],
    imageDtypes: ['float32'],
    precision: 'f32',
    flushesDenormals: false,
  };
  for (const capabilities of [everything, little]) {
    registerCropBackend({ ...cpuBackend, tfBackend: 'never started', capabilities });
  }
});

it.each([
  ['slow', /'slow' has not yet been initialized.*Import one.*await tf\.ready\(\)/],
  ['wasm', /'wasm' has not yet been initialized.*Await tf\.setBackend\('wasm'\) before the first call.*setWasmPaths/],
])('NO_BACKEND says what to await while tfjs still starts its backend: %s', (name, message) => {
  tf.registerBackend(name, () => new Promise(() => {}));
  void tf.setBackend(name);
  try {
    const error = caught(() => boxToTheta([[-1, -1, 1, 1]]));
    expect(error).toMatchObject({ code: 'NO_BACKEND' });
    expect(String(error)).toMatch(message);
  } finally {
    tf.removeBackend(name);
    tf.setBackend('cpu');
  }
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
