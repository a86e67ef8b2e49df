import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { cropgradAlign } from '../src/cropgrad-align.js';
import { runInProcess } from './run-in-process.js';
import { ASTRONAUT, cut, UserFolder } from './user-folder.js';

const user = new UserFolder();
afterAll(() => user.remove());
const align = (...args: string[]) => runInProcess(cropgradAlign, ...args);
const fixed = await user.save('fixed.png', cut(100, 60, 320, 300));
const moving = await user.save('moving.png', cut(85, 80, 320, 300).linear(0.8, 20));

it('says by how much, and writes the picture as it then lies, transparent where it does not reach', async () => {
  const files = ['--out', user.path('aligned.png'), '--checkerboard', user.path('board.png')];
  const { status, stdout, stderr } = await align(moving, fixed, '--json', ...files);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { matrix, found, overlap, sigma } = JSON.parse(stdout);
  expect(found).toBe(true);
  // Pixel (0, 0) of the fixed picture is (15, -20) of the moving one.
  for (const [row, expected] of [
    [1, 0, 15],
    [0, 1, -20],
  ].entries()) {
    for (const [k, entry] of expected.entries())
      expect(Math.abs(matrix[row][k] - entry)).toBeLessThan(k < 2 ? 1e-3 : 0.05);
  }
  expect(overlap).toBeGreaterThan(0.8);
  expect(sigma).toBeLessThan(0.3);

  const warped = await sharp(user.path('aligned.png')).raw().toBuffer();
  const original = await sharp(fixed).ensureAlpha().raw().toBuffer();
  expect(warped).toHaveLength(320 * 300 * 4);
  expect(warped[4 * (320 * 10 + 100) + 3]).toBe(0);
  let difference = 0;
  for (let y = 30; y < 290; y++) {
    for (let x = 10; x < 300; x++) {
      const at = 4 * (320 * y + x);
      expect(warped[at + 3]).toBe(255);
      difference += Math.abs(warped[at] - Math.round(0.8 * original[at] + 20)) / (260 * 290);
    }
  }
  expect(difference).toBeLessThan(1);
  const board = await sharp(user.path('board.png')).raw().toBuffer();
  const at = (x: number, y: number) => 4 * (320 * y + x);
  expect(board[at(60, 60)]).toBe(original[at(60, 60)]);
  expect(board[at(100, 60)]).toBe(warped[at(100, 60)]);
});

it('leaves out what a mask does', async () => {
  // A foreign patch, which the mask covers.
  const patch = await sharp(ASTRONAUT).extract({ left: 300, top: 300, width: 150, height: 150 }).toBuffer();
  const spoiled = await user.save('spoiled.png', sharp(fixed).composite([{ input: patch, left: 20, top: 120 }]));
  const black = {
    input: { create: { width: 150, height: 150, channels: 3, background: 'black' } },
    left: 20,
    top: 120,
  } as const;
  const white = sharp({ create: { width: 320, height: 300, channels: 3, background: 'white' } });
  const mask = await user.save('mask.png', white.composite([black]));
  const flags = ['--json', '--model', 'translation', '--out', user.path('masked.png')];
  expect((await align(moving, spoiled, ...flags)).status).toBe(1);
  const { status, stdout } = await align(moving, spoiled, ...flags, '--mask', mask);
  expect(status).toBe(0);
  const { matrix, overlap } = JSON.parse(stdout);
  expect(Math.hypot(matrix[0][2] - 15, matrix[1][2] + 20)).toBeLessThan(0.1);
  expect(overlap).toBeGreaterThan(0);
});

it('says so in one line where they do not fit, writes nothing, and ends with 1', async () => {
  const other = await user.save('other.png', sharp(fixed).flip().negate());
  const { status, stdout, stderr } = await align(moving, other, '--out', user.path('none.png'));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^not aligned: .*\n$/);
  await expect(sharp(user.path('none.png')).metadata()).rejects.toThrow();
});

it('keeps the scale of a translation where one picture is larger than the other, and both are shrunk', async () => {
  const large = sharp(ASTRONAUT).resize(1400, 1400);
  const photo = await large.png().toBuffer();
  const part = (left: number, top: number, size: number) =>
    sharp(photo).extract({ left, top, width: size, height: size });
  const smaller = await user.save('smaller.png', part(150, 130, 1100));
  const larger = await user.save('larger.png', part(110, 100, 1280));
  const flags = ['--json', '--model', 'translation', '--out', user.path('shifted.png')];
  const { status, stdout } = await align(larger, smaller, ...flags);
  expect(status).toBe(0);
  const { matrix } = JSON.parse(stdout);
  for (const k of [0, 1]) expect(Math.abs(matrix[k][k] - 1)).toBeLessThan(1e-3);
  // Whole pixels of shrunk pictures do not divide the originals exactly: half a pixel is what that leaves.
  for (const [k, shift] of [40, 30].entries()) expect(Math.abs(matrix[k][2] - shift)).toBeLessThan(0.5);
});
