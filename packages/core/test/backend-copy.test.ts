import { cpuBackend } from '@cropgrad/backend-cpu';
import { crop, type Mode } from '@cropgrad/core';
import { registerCropBackend } from '@cropgrad/core/backend';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const { capabilities, kernels } = cpuBackend;

function cropped(mode: Mode): number[] {
  const crops = crop([[[[1], [2]]]], [[-1, -1, 1, 1]], [1, 2], { mode });
  const values = Array.from(crops.dataSync());
  crops.dispose();
  return values;
}

describe('a backend that was registered', () => {
  beforeEach(async () => {
    await tf.setBackend('cpu');
  });
  afterEach(() => {
    registerCropBackend(cpuBackend);
  });

  it('is a copy: what its author changes later changes nothing', () => {
    const modes: Mode[] = ['bilinear'];
    const sampling = [{ ...capabilities.sampling[0], modes }];
    const mine = { ...cpuBackend, capabilities: { ...capabilities, sampling }, kernels: { ...kernels } };
    registerCropBackend(mine);
    modes.length = 0;
    Reflect.set(mine.capabilities, 'dataFormats', null);
    Reflect.set(mine.kernels, 'AffineSample', null);
    expect(cropped('bilinear')).toEqual([1, 2]);
    expect(() => cropped('nearest')).toThrow(expect.objectContaining({ code: 'UNSUPPORTED' }));
  });

  it('is read once: a getter that says something else the second time is not asked', () => {
    const asked = new Map<PropertyKey, number>();
    const once = <T extends object>(object: T): T =>
      new Proxy(object, {
        get: (target, key) => {
          asked.set(key, (asked.get(key) ?? 0) + 1);
          return asked.get(key) === 1 ? Reflect.get(target, key) : null;
        },
      });
    const sampling = capabilities.sampling.map(once);
    registerCropBackend(
      once({ ...cpuBackend, capabilities: once({ ...capabilities, sampling }), kernels: once(kernels) }),
    );
    expect(cropped('bilinear')).toEqual([1, 2]);
  });

  it('may have its kernels as methods of a class', () => {
    class Kernels {}
    Object.assign(Kernels.prototype, kernels);
    registerCropBackend({ ...cpuBackend, kernels: new Kernels() as typeof kernels });
    expect(cropped('bicubic')).toEqual([1, 2]);
  });

  it.each(['sampling', 'dataFormats'])('is refused with holes in %s', (key) => {
    const holes = { ...capabilities, [key]: new Array(3) };
    expect(() => registerCropBackend({ ...cpuBackend, capabilities: holes })).toThrow(
      expect.objectContaining({ code: 'INVALID_BACKEND', message: expect.stringContaining(`capabilities.${key}`) }),
    );
  });
});
