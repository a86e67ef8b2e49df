import { readFileSync } from 'node:fs';
import { cpuBackend } from '@cropgrad/backend-cpu';
import * as core from '@cropgrad/core';
import { CONTRACT, registerCropBackend } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registry } from '../src/backend/registry.js';
import { VERSION } from '../src/version.js';

const image = tf.randomUniform([1, 5, 6, 3], 0, 9, 'float32', 4) as tf.Tensor4D;
const boxes = tf.tensor2d([[-0.5, -1.25, 1, 0.5]]);
const dy = tf.randomUniform([1, 4, 3, 3], -1, 1, 'float32', 5) as tf.Tensor4D;

/** Value and both gradients of a crop through a copy of core. */
function evaluate({ crop }: typeof core): number[][] {
  const f = (i: tf.Tensor, b: tf.Tensor): tf.Tensor => crop(i as tf.Tensor4D, b as tf.Tensor2D, [4, 3]);
  const { value, grads } = tf.valueAndGrads(f)([image, boxes], dy);
  return [value, ...grads].map((tensor) => Array.from(tensor.dataSync()));
}

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

it("the version in errors is the package's", () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(manifest).toMatchObject({ version: VERSION });
});

describe('two copies of core', () => {
  let second: typeof core;
  beforeEach(async () => {
    await tf.setBackend('cpu');
    vi.resetModules();
    second = await import('@cropgrad/core');
    expect(second.CropError, 'it is another copy').not.toBe(core.CropError);
  });
  afterEach(() => {
    registerCropBackend(cpuBackend);
  });

  it('agree: what was registered through one runs through the other, forward and backward', () => {
    expect(evaluate(second)).toEqual(evaluate(core));
  });

  it('agree the other way round, with one backend for each tfjs backend', () => {
    const before = registry().backends.length;
    second.registerCropBackend(cpuBackend);
    expect(registry().backends).toHaveLength(before);
    expect(evaluate(core)).toEqual(evaluate(second));
  });

  it('have errors of two classes, with one name and one list of codes', () => {
    const tooLarge = caught(() => second.crop(image, boxes, [65_536, 65_536]));
    expect(tooLarge).not.toBeInstanceOf(second.CropError);
    expect(tooLarge).toMatchObject({ name: 'CropError', code: 'OUT_OF_MEMORY' });
  });
});

describe('copies of core that do not fit together', () => {
  afterEach(async () => {
    const { backends } = registry();
    const bare = backends.findIndex(({ tfBackend }) => tfBackend === 'bare');
    if (bare >= 0) backends.splice(bare, 1);
    await tf.setBackend('cpu');
    tf.removeBackend('bare');
    for (const { kernelName } of tf.getKernelsForBackend('bare')) tf.unregisterKernel(kernelName, 'bare');
  });

  async function startBare(): Promise<void> {
    const cpu = tf.engine().findBackend('cpu');
    tf.registerBackend('bare', () => Object.create(cpu, { dispose: { value: () => {} } }), 0);
    tf.copyRegisteredKernels('cpu', 'bare');
    await tf.setBackend('bare');
  }

  it('are named, both, with their versions and places', async () => {
    await startBare();
    const copy = '@cropgrad/core 9.0.0 at /somewhere/node_modules/@cropgrad/core';
    const capabilitiesOf = () => expect.fail('another contract');
    registry().backends.push({ tfBackend: 'bare', contract: 3, copy, capabilitiesOf });
    const error = caught(() => core.crop(image, boxes, [2, 2]));
    expect(error).toMatchObject({ code: 'NO_BACKEND' });
    expect(String(error)).toContain(`got kernels for 'bare' that ${copy}, contract 3, registered`);
    expect(String(error)).toMatch(
      new RegExp(`contract ${CONTRACT}, registered through @cropgrad/core ${VERSION} at \\S*/packages/core .*npm ls`),
    );
  });

  it('are named where the other one is so old that it kept no registry', async () => {
    await startBare();
    tf.registerKernel({ kernelName: 'CropgradGridSample', backendName: 'bare', kernelFunc: () => [] });
    expect(caught(() => core.crop(image, boxes, [2, 2]))).toMatchObject({
      code: 'NO_BACKEND',
      got: "kernels for 'bare' that another copy of @cropgrad/core, contract 1, registered",
    });
  });
});

it.each([
  ['the first, which had no number', undefined, /contract: got none.*expected 2, .*Update the backend's package/],
  ['a later one', 3, /contract: got 3; expected 2, the contract of @cropgrad\/core .*Update @cropgrad\/core\./],
])('a backend of another contract is told so: %s', (_which, contract, message) => {
  const { contract: _, ...old } = { ...cpuBackend, tfBackend: 'never started', capabilities: { modes: core.MODES } };
  const error = caught(() => Reflect.apply(core.registerCropBackend, undefined, [{ ...old, contract }]));
  expect(error).toMatchObject({ code: 'INVALID_BACKEND' });
  expect(String(error)).toMatch(message);
});

it("core's lists are frozen: nobody adds to what backends and options are checked against", () => {
  for (const list of [core.MODES, core.PADDING_MODES, core.DATA_FORMATS]) {
    expect(() => Reflect.apply(Array.prototype.push, list, ['lanczos3'])).toThrow(TypeError);
  }
});
