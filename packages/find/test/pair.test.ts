import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { cropgradFind } from '../src/cropgrad-find.js';
import { runInProcess } from './run-in-process.js';
import { ASTRONAUT, cut, UserFolder } from './user-folder.js';

const user = new UserFolder();
afterAll(() => user.remove());
const find = (...args: string[]) => runInProcess(cropgradFind, ...args);

/** What --json prints. */
async function answer(...args: string[]) {
  const { status, stdout, stderr } = await find(...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

function expectBox(box: number[], expected: number[], within = 0.5): void {
  expect(Math.max(...box.map((edge, i) => Math.abs(edge - expected[i])))).toBeLessThan(within);
}

const thumbnail = await user.save('thumb.jpg', cut(130, 6, 192, 160).resize(96, 80).jpeg({ quality: 70 }));

describe('one thumbnail in one photo', () => {
  it('prints where it is, and draws it', async () => {
    const { status, stdout, stderr } = await find(ASTRONAUT, thumbnail, '--overlay', user.path('box.png'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [, ...edges] = stdout.match(/^box +([\d.]+), ([\d.]+), ([\d.]+), ([\d.]+) /) ?? [];
    expectBox(edges.map(Number), [130, 6, 322, 166]);
    expect(stdout).toMatch(/\nrotation +0\.00 .*\nscore +0\.99\d\d .*\nphoto +512 x 512 pixels\nwrote +.*box\.png\n$/);
    const { data, info } = await sharp(user.path('box.png')).raw().toBuffer({ resolveWithObject: true });
    const green = (x: number, y: number) =>
      data[info.channels * (512 * y + x) + 1] - data[info.channels * (512 * y + x)];
    expect(green(130, 90)).toBeGreaterThan(150);
    expect(green(322, 90)).toBeGreaterThan(150);
  });

  it('prints JSON', async () => {
    const found = await answer(ASTRONAUT, thumbnail);
    expectBox(found.box, [130, 6, 322, 166]);
    expect(found).toMatchObject({ found: true, reason: null, rotation: 0, imageSize: [512, 512] });
    const [x, y, x2, y2] = found.box;
    const corners = [
      [x, y],
      [x2, y],
      [x2, y2],
      [x, y2],
    ].flat();
    expectBox(found.corners.flat(), corners, 1e-9);
  });

  it('turned counter-clockwise by 6 degrees, it finds the box of that rotation', async () => {
    // What is upright in the thumbnail leans to the left in the photo: sharp turns clockwise.
    const photo = sharp(await cut(0, 0, 512, 512).rotate(-6, { background: 'grey' }).toBuffer());
    const { width = 0, height = 0 } = await photo.metadata();
    const turned = await user.save('turned.png', photo);
    const { box, rotation } = await answer(turned, thumbnail, '--model', 'rotatedBox');
    expect(rotation).toBeCloseTo(6, 0);
    // The box's middle is turned about that of the photo.
    const [dx, dy] = [226 - 256, 86 - 256];
    const [cos, sin] = [Math.cos(Math.PI / 30), Math.sin(Math.PI / 30)];
    const middle = [width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos];
    expectBox([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], middle, 1);
  });

  it('takes photos upright, as their EXIF says', async () => {
    const lying = await sharp(ASTRONAUT)
      .extract({ left: 0, top: 0, width: 512, height: 400 })
      .rotate(270)
      .jpeg({ quality: 95 })
      .toBuffer();
    const photo = await user.save('lying.jpg', sharp(lying).withMetadata({ orientation: 6 }));
    const found = await answer(photo, thumbnail);
    expect(found.imageSize).toEqual([512, 400]);
    expectBox(found.box, [130, 6, 322, 166]);
  });

  it('takes 16 bit pictures of few levels, and transparent ones', async () => {
    const levels = (await sharp(ASTRONAUT).toColourspace('b-w').raw().toBuffer()).map((v) => v);
    const dark = Uint16Array.from(levels, (level) => 1000 + 2 * level);
    const raw = { raw: { width: 512, height: 512, channels: 1 } } as const;
    const photo = await user.save('dark.png', sharp(dark, raw).toColourspace('grey16').png());
    expectBox((await answer(photo, thumbnail)).box, [130, 6, 322, 166]);
    const clear = await user.save('clear.png', cut(130, 6, 192, 160).ensureAlpha(1));
    expectBox((await answer(ASTRONAUT, clear)).box, [130, 6, 322, 166]);
  });

  it('says so in one line where it is not, with exit status 1', async () => {
    const other = await user.save('other.png', cut(130, 6, 192, 160).flip().negate());
    const { status, stdout, stderr } = await find(ASTRONAUT, other);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^not found: .* \(score [\d.-]+\)\n$/);
    const json = await find(ASTRONAUT, other, '--json');
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ found: false, box: null });
  });
});
