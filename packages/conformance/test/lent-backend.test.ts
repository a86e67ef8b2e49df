import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { type DataId, registerBackend, removeBackend, zeros } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lentBackend } from '../src/lent-backend.js';
import { mount } from '../src/mount.js';
import { plainBackend } from './self/plain-backend.js';

/** A backend as GPUs have them: what is pending is in private and in plain fields, and a queue is begun on first use. */
class Queueing extends MathBackendCPU {
  readonly #pending: DataId[] = [];
  queue: number[] | undefined;
  disposed = 0;

  get pending(): number {
    return this.#pending.length;
  }
  set limit(length: number) {
    this.#pending.length = length;
  }
  override write(...args: Parameters<MathBackendCPU['write']>): DataId {
    const id = super.write(...args);
    this.#pending.push(id);
    this.queue ??= [];
    this.queue.push(this.#pending.length);
    return id;
  }
  override dispose(): void {
    this.disposed++;
  }
}

const real = new Queueing();
beforeAll(() => registerBackend('queueing', () => real));
afterAll(() => removeBackend('queueing'));

it('runs methods on the real backend, where private fields are', () => {
  const lent = lentBackend(real);
  const before = real.pending;
  lent.write(new Float32Array(1), [1], 'float32');
  expect([lent.pending, real.pending]).toEqual([before + 1, before + 1]);
  expect(lent.write).toBe(lent.write);
});

it('reads and writes the fields of the real backend', () => {
  const lent = lentBackend(real);
  lent.queue = undefined;
  lent.write(new Float32Array(1), [1], 'float32');
  real.write(new Float32Array(1), [1], 'float32');
  expect(real.queue).toHaveLength(2);
  expect(lent.queue).toBe(real.queue);
  lent.limit = 0;
  expect(real.pending).toBe(0);
});

it('is of the same class, and is not disposed', () => {
  const lent = lentBackend(real);
  expect(lent).toBeInstanceOf(Queueing);
  lent.dispose();
  expect(real.disposed).toBe(0);
});

it('stands in for a backend that has work pending when it is mounted', async () => {
  const pending = real.write(new Float32Array([7]), [1], 'float32');
  const mounted = await mount({ ...plainBackend(), tfBackend: 'queueing' });
  const [before] = real.queue?.slice(-1) ?? [];
  const data = await mounted.use(() => zeros([2]).data());
  mounted.unmount();
  expect([...data]).toEqual([0, 0]);
  expect(real.queue?.at(-1)).toBe((before ?? 0) + 1);
  expect([...real.readSync(pending)]).toEqual([7]);
  expect(real.disposed).toBe(0);
});
