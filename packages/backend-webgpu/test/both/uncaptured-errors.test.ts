import { expect, test } from 'vitest';
import { takeErrors } from '../device-errors.js';
import { useWebGPU } from '../webgpu.js';

test('what the device complains of is noticed', async () => {
  const backend = await useWebGPU();
  const program = {
    shaderKey: 'a test/bad',
    variableNames: [],
    outputShape: [1],
    dispatchLayout: { x: [0] },
    dispatch: [1, 1, 1] as [number, number, number],
    workgroupSize: [1, 1, 1] as [number, number, number],
    getUserCode: () => 'fn main(index : i32) { nobody knows this }',
  };
  backend.disposeData(backend.runWebGPUProgram(program, [], 'float32').dataId);
  expect((await takeErrors()).join()).toMatch(/nobody/);
});
