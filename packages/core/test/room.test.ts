import { expect, it } from 'vitest';
import { requireRoom } from '../src/backend/room.js';

it('a result may have 2 ** 30 values, and not one more', () => {
  expect(() => requireRoom('crop', [2 ** 10, 2 ** 10, 2 ** 10, 1])).not.toThrow();
  expect(() => requireRoom('crop', [2 ** 30 + 1])).toThrow(/got 1073741825 values.*OUT_OF_MEMORY/);
});
