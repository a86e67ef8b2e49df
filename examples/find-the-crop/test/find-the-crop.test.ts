import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { type Edges, example, UserFolder } from './demo.js';

const user = new UserFolder();
afterAll(() => user.remove());

function edgeDistances(a: Edges | null, b: Edges | null): number[] {
  if (!a || !b) throw new Error('There is no box');
  return a.map((edge, i) => Math.abs(edge - b[i]));
}

async function pictureSize(file: string): Promise<[width: number, height: number]> {
  const { format, width, height } = await sharp(user.path(file)).metadata();
  expect(format).toBe('png');
  return [width, height];
}

describe('a search', () => {
  it('finds the face again, far within a pixel, and writes what it did', async () => {
    const { status, stdout, stderr } = await user.demo('--out', 'face');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^photo .*\nsearch .*\nstart .*\nfound .*\ntrue .*\nloss .*\nwrote /);

    const result = user.resultIn('face');
    expect(Math.min(...edgeDistances(result.start, result.true))).toBeGreaterThanOrEqual(60);
    const [left, top, right, bottom] = edgeDistances(result.found, result.true);
    const cornerError = Math.hypot(Math.max(left, right), Math.max(top, bottom));
    expect(cornerError).toBeLessThan(0.1);
    expect(result.cornerError).toBeCloseTo(cornerError, 10);
    expect(result.settled).toEqual(result.found);
    expect(result.loss).toHaveLength(result.steps);
    // The thumbnail is a jpeg, which no box gives exactly.
    expect(result.loss.at(-1)).toBeLessThan(result.loss[0] / 20);
    expect(Math.max(...edgeDistances(result.cropgradFind.box, result.true))).toBeLessThan(0.2);
    expect(result).toMatchObject({ size: [64, 64], backend: 'cpu' });

    expect(await pictureSize('face/path.png')).toEqual([768, 828]);
    expect(await pictureSize('face/strip.png')).toEqual([992, 188]);
    const check = [join(example, '../../.ci/check-demo.mjs'), user.path('face/result.json')];
    expect(execFileSync(process.execPath, check, { encoding: 'utf8' })).toMatch(/: ok\n$/);
  });

  it('takes another photo, box and size, and writes x before y all over', async () => {
    const wide = sharp(join(example, 'astronaut.png')).extract({ left: 0, top: 0, width: 512, height: 384 });
    await wide.toFile(user.path('wide.jpg'));
    const flags = ['--image', 'wide.jpg', '--box', '340.5,100,470,250', '--size', '48x40', '--out', 'deep/down/wide'];
    expect(await user.demo(...flags)).toMatchObject({ status: 0, stderr: '' });
    const result = user.resultIn('deep/down/wide');
    // The flag --size is HEIGHTxWIDTH.
    expect(result).toMatchObject({ true: [340.5, 100, 470, 250], imageSize: [512, 384], size: [40, 48] });
    expect(result.order).toBe('x before y, in pixels: a box is x, y, x2, y2, and a size is width, height');
    expect(await pictureSize('deep/down/wide/path.png')).toEqual([768, 576 + 60]);
  });

  it('takes a thumbnail, whose true box is what cropgrad-find finds', async () => {
    const hand = sharp(join(example, 'astronaut.png')).extract({ left: 120, top: 300, width: 150, height: 120 });
    await hand.resize(75, 60).jpeg({ quality: 80 }).toFile(user.path('thumb.jpg'));
    const image = join(example, 'astronaut.png');
    const { stdout } = await user.demo('--image', image, '--thumbnail', 'thumb.jpg', '--out', 'hand');
    expect(stdout).not.toContain('\ntrue ');
    const result = user.resultIn('hand');
    expect(Math.max(...edgeDistances(result.cropgradFind.box, [120, 300, 270, 420]))).toBeLessThan(0.5);
    expect(result).toMatchObject({ true: result.cropgradFind.box, size: [75, 60] });
  });
});

describe('a box that was not found gives one line, and exit status 1', () => {
  const grey = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'grey' } });

  it('where nothing says which way to go', async () => {
    await grey(300, 200).toFile(user.path('flat.png'));
    const { status, stdout, stderr } = await user.demo('--image', 'flat.png', '--out', 'flat');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^not found: .* px off.*\n$/);
    expect(stdout).toContain('\nsettled ');
    expect(stdout).not.toContain('found');
    const { found, settled, start, cornerError } = user.resultIn('flat');
    expect(found).toBeNull();
    expect(Math.max(...edgeDistances(settled, start))).toBeLessThan(0.01);
    expect(cornerError).toBeGreaterThan(1);
  });

  it('where a photo is too small to look for anything in', async () => {
    await grey(2, 2).png().toFile(user.path('tiny.png'));
    const { status, stderr } = await user.demo('--image', 'tiny.png', '--out', 'tiny');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: .* at least 12 × 12 pixels.*\n$/);
  });

  it('10 pixels wide, which the search loses all width of', async () => {
    const { status, stderr } = await user.demo('--box', '100,100,110,110', '--out', 'small');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^not found: .*\n$/);
    const { found, settled } = user.resultIn('small');
    expect(found).toBeNull();
    expect(settled[3] - settled[1]).toBeLessThan(1);
  });
});
