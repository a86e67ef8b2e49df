import type { Capabilities } from '@cropgrad/core/backend';
import { expect, it } from 'vitest';
import { checks, mount, runCheck } from '../../src/index.js';
import { roundToFloat16 } from './mutants/round-to-float16.js';
import { inputOf, tampered, valuesOf } from './tampering.js';

const ID = 'edge/inputs-untouched/gridSample/2-D';

/** What the check of inputs says of a backend that edits its grids in place, and of what precision it is. */
async function failureWhere(
  precision: Capabilities['precision'],
  edit: (values: Float32Array) => void,
): Promise<string | undefined> {
  const backend = tampered({
    GridSample: (sound, call) => {
      const result = sound(call);
      edit(valuesOf(call.backend, inputOf(call, 'grid')));
      return result;
    },
  });
  const mounted = await mount({ ...backend, capabilities: { ...backend.capabilities, precision } });
  const check = checks.find(({ id }) => id === ID);
  if (!check) throw new TypeError(`there is no check ${ID}`);
  try {
    return (await runCheck(check, mounted, { runs: 30, seed: 1 })).failure;
  } finally {
    mounted.unmount();
  }
}

it('inputs may be rounded where tensors are half floats, and nowhere else', async () => {
  expect(await failureWhere('f16', roundToFloat16)).toBeUndefined();
  expect(await failureWhere('f32', roundToFloat16)).toContain('writes to its input');
});

it('inputs that are written to are found in half floats too', async () => {
  expect(await failureWhere('f16', (grid) => grid.set(grid.map((g) => (g + 1) / 2)))).toContain('writes to its input');
});
