import { cpuBackend } from '@cropgrad/backend-cpu';
import { boxToTheta, crop } from '@cropgrad/core';
import { type Capabilities, registerCropBackend, type Sampling } from '@cropgrad/core/backend';
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
    expect(String(error)).toMatch(
      /'bare'.*registered backends: cpu.*Import '@cropgrad\/backend-bare' if there is one, or call await tf.setBackend\('cpu'\)/,
    );
  } finally {
    tf.setBackend('cpu');
    tf.removeBackend('bare');
  }
});

/** Nobody uses this one, so that nothing is lost if it is taken in spite of what is wrong with it. */
const right = { ...cpuBackend, tfBackend: 'never started' };

it.each([
  [
    'everything',
    { contract: 2 },
    /without tfBackend, AffineGrid, .*GridSampleGradGrid, capabilities.sampling, .*imageDtypes/,
  ],
  ['a kernel', { ...right, kernels: { ...right.kernels, AffineGrid: undefined } }, /without AffineGrid;/],
  ['the name', { ...right, tfBackend: '' }, /without tfBackend;/],
  ['a name that is no text', { ...right, tfBackend: 7 }, /without tfBackend;/],
  [
    'the capabilities',
    { ...right, capabilities: {} },
    /without capabilities.sampling, .*capabilities.imageDtypes, .*capabilities.syncReads, capabilities.order;/,
  ],
  [
    'a fused kernel that is none',
    { ...right, kernels: { ...right.kernels, AffineSample: 7 } },
    /without AffineSample as a function;/,
  ],
])('INVALID_BACKEND names what is missing: %s', (_what, backend, message) => {
  const error = caught(() => Reflect.apply(registerCropBackend, undefined, [backend]));
  expect(error).toMatchObject({ code: 'INVALID_BACKEND' });
  expect(String(error)).toMatch(message);
});

/** Values of a capability that are wrong, and what the error says they may be. */
const WRONG: [capability: keyof Capabilities, words: string, wrong: unknown[]][] = [
  ['sampling', 'a list of what works together', [[], {}, 'bilinear', null]],
  ['dataFormats', 'some of NHWC, NCHW', [[], ['NHWC', 'HWC'], null]],
  [
    'imageDtypes',
    "dtypes with 'float32' among them",
    [[], ['int32', 'bool'], ['float32', 'float16'], ['float16'], 'float32'],
  ],
  ['precision', "'f32' or 'f16'", ['f64', 32, null]],
  ['syncReads', 'true or false', ['yes', 0, null]],
  ['order', '1 or 2', [0, 3, '1', null]],
  ['exactIntegers', 'a whole number above 0', [0, -1, 1.5, '2048', Number.POSITIVE_INFINITY, null]],
  ['flushesDenormals', 'true or false', ['yes', 0, null]],
];
it.each(WRONG)('INVALID_BACKEND says what %s may be', (capability, words, wrong) => {
  for (const value of wrong) {
    const backend = { ...right, capabilities: { ...right.capabilities, [capability]: value } };
    const error = caught(() => Reflect.apply(registerCropBackend, undefined, [backend]));
    expect(error, describeValue(value)).toMatchObject({ code: 'INVALID_BACKEND' });
    expect(String(error)).toContain(`without capabilities.${capability} (${words}, not ${describeValue(value)});`);
  }
});

/** The same for the parts of a product. */
const WRONG_PRODUCTS: [part: keyof Sampling, words: string, wrong: unknown[]][] = [
  ['modes', 'some of bilinear, nearest, bicubic', [[], ['bilinear', 'linear'], ['linear', 'bilinear'], 'bilinear']],
  ['paddingModes', 'some of zeros, border, reflection, wrap', [[], ['zeros', 'mirror'], {}]],
  ['dimensions', 'some of 2, 3', [[], [2, 4], ['2'], 2]],
  ['points', 'some of grid, affine, perspective', [[], ['theta'], 'grid']],
  ['antialias', 'true or false', [null, 1, 'yes']],
];
it.each(WRONG_PRODUCTS)('INVALID_BACKEND says what %s of a product may be', (part, words, wrong) => {
  const [product] = right.capabilities.sampling;
  for (const value of wrong) {
    const sampling = [product, { ...product, [part]: value }];
    const backend = { ...right, capabilities: { ...right.capabilities, sampling } };
    const error = caught(() => Reflect.apply(registerCropBackend, undefined, [backend]));
    expect(error, describeValue(value)).toMatchObject({ code: 'INVALID_BACKEND' });
    expect(String(error)).toContain(
      `without capabilities.sampling[1].${part} (${words}, not ${describeValue(value)});`,
    );
  }
});

it('a backend may declare everything, and as little as one of each', () => {
  const everything: Capabilities = {
    ...right.capabilities,
    precision: 'f16',
    exactIntegers: 1,
    flushesDenormals: true,
  };
  const little: Capabilities = {
    sampling: [{ modes: ['nearest'], paddingModes: ['border'], dimensions: [3], points: ['grid'] }],
    dataFormats: ['NCHW'],
    imageDtypes: ['float32'],
    precision: 'f32',
    syncReads: false,
    order: 1,
    flushesDenormals: false,
  };
  for (const capabilities of [everything, little]) {
    const backend = { ...right, capabilities };
    expect(() => registerCropBackend(backend)).not.toThrow();
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
