import { afterAll, expect, it } from 'vitest';
import { UserFolder } from '../demo.js';

const user = new UserFolder();
afterAll(() => user.remove());

it('finds the same box on gpujs', async () => {
  for (const backend of ['cpu', 'gpujs']) {
    expect(await user.demo('--backend', backend, '--out', backend)).toMatchObject({ status: 0, stderr: '' });
  }
  const [cpu, gpujs] = [user.resultIn('cpu'), user.resultIn('gpujs')];
  expect([cpu.backend, gpujs.backend]).toEqual(['cpu', 'gpujs']);
  if (!cpu.found || !gpujs.found) throw new Error('There is no box');
  for (const [i, edge] of gpujs.found.entries())
    expect(Math.abs(edge - (cpu.found[i] ?? Number.NaN))).toBeLessThan(0.1);
});
