import { afterEach, expect, it, vi } from 'vitest';
import { InputError } from '../input-error.js';
import { runCommand } from '../run-command.js';
import { userPath } from '../user-path.js';

const print = vi.spyOn(console, 'error').mockReturnValue();
afterEach(() => {
  print.mockClear();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

it('input that cannot be used is one line, and exit status 1', async () => {
  await runCommand(() => Promise.reject(new InputError('--image: there is no file two\n  lines.png\n')));
  expect(print.mock.calls).toEqual([['error: --image: there is no file two lines.png']]);
  expect(process.exitCode).toBe(1);
});

it('so is what cropgrad refuses', async () => {
  const error = Object.assign(new Error('crop: got a tensor of 144000000 numbers'), { name: 'CropError' });
  await runCommand(() => Promise.reject(error));
  expect(print.mock.calls).toEqual([['error: crop: got a tensor of 144000000 numbers']]);
  expect(process.exitCode).toBe(1);
});

it('a fault of the program is thrown on', async () => {
  const fault = new TypeError('x is undefined');
  await expect(runCommand(() => Promise.reject(fault))).rejects.toBe(fault);
  expect(print).not.toHaveBeenCalled();
  expect(process.exitCode).toBeUndefined();
});

it("a user's path is one from the user's folder", () => {
  vi.stubEnv('INIT_CWD', '/home/ada');
  expect(userPath('--out', 'results')).toBe('/home/ada/results');
  expect(userPath('--out', '/results')).toBe('/results');
  vi.stubEnv('INIT_CWD', undefined);
  expect(userPath('--out', '.')).toBe(process.cwd());
  for (const path of ['', '  ']) expect(() => userPath('--out', path)).toThrow(`--out: expected a path, got '${path}'`);
});
