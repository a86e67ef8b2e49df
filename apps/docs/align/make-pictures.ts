/**
 * Makes the second photo of the astronaut, which the page begins with, and the pictures of pairs that are aligned or not, with
 * their answers: `npx -y pnpm --filter docs align-pictures`.
 */
import '@cropgrad/backend-wasm';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { affineSample, perspectiveSample, quadToTheta, rotatedBoxToTheta } from '@cropgrad/core';
import { findCrop, register } from '@cropgrad/register';
import * as tf from '@tensorflow/tfjs-core';
import sharp, { type Sharp } from 'sharp';
import { type Pictured, pictureTable } from './picture-table.js';

const PUBLIC = join(import.meta.dirname, '../public');
const OUT = join(PUBLIC, 'align');
/** The height of each picture. */
const HIGH = 240;

await mkdir(OUT, { recursive: true });
await tf.setBackend('wasm');
const astronaut = await opened('astronaut');
const rocket = await opened('rocket');

const aside = asOtherCamera(perspectiveSample(astronaut, quadToTheta(corners(0.12)), [480, 480]), 0.75, 10, 3);
await (await encoded(aside)).webp({ quality: 80 }).toFile(join(PUBLIC, 'photos/astronaut-aside.webp'));

const turned = rotatedBoxToTheta([[0.08, -0.1, 1.5, 1.5, 0.17]], [427, 640]);
const noisy = asOtherCamera(affineSample(rocket, turned, [360, 540]), 1.2, -15, 12);
const covered = tf.tidy(() => {
  const [, height, width] = aside.shape;
  const foreign = tf.image.resizeBilinear(rocket, [height / 2, width]);
  return tf.concat<tf.Tensor4D>([tf.slice(aside, [0, 0, 0, 0], [1, height / 2, width, 3]), foreign], 1);
});
const onItsSide = affineSample(astronaut, rotatedBoxToTheta([[0, 0, 1.4, 1.4, 1.2]], [512, 512]), [360, 360]);

const pictured: Pictured[] = [
  await aligned('from-the-side', 'From the side, darker', aside, astronaut, 'homography'),
  await aligned('turned', 'Rotated, enlarged, brighter and noisy', noisy, rocket, 'similarity'),
  await found('thumbnail', 'A thumbnail, rotated by 7°, as a JPEG of quality 50'),
  await aligned('different', 'Two different photos', rocket, astronaut, 'similarity'),
  await aligned('half-covered', 'Something else in front of the lower half', covered, astronaut, 'homography'),
  await aligned('on-its-side', 'Rotated by 69°, further than register() searches', onItsSide, astronaut, 'similarity'),
];
await writeFile(join(import.meta.dirname, 'pictures.md'), pictureTable(pictured));

/** A photo of the site, as a tensor [1,H,W,3] from 0 to 255. */
async function opened(name: string): Promise<tf.Tensor4D> {
  const file = sharp(join(PUBLIC, `photos/${name}.webp`))
    .toColourspace('srgb')
    .removeAlpha();
  const { data, info } = await file.raw().toBuffer({ resolveWithObject: true });
  return tf.tensor4d(Float32Array.from(data), [1, info.height, info.width, info.channels]);
}

/** Four corners inside of a photo, each at another distance from the edges. */
function corners(inset: number): [number, number][][] {
  const [few, some, many] = [inset / 4, inset / 2, inset].map((by) => 1 - by);
  return [
    [
      [-few, -some],
      [many, -few],
      [few, some],
      [-many, many],
    ],
  ];
}

/** The same photo through another camera: gain, offset, and noise of this deviation. */
function asOtherCamera(image: tf.Tensor4D, gain: number, offset: number, noise: number): tf.Tensor4D {
  return tf.tidy(() => {
    const grain = tf.randomNormal(image.shape, 0, noise, 'float32', 1);
    return tf.clipByValue<tf.Tensor4D>(tf.add(tf.add(tf.mul(image, gain), offset), grain), 0, 255);
  });
}

/** Draws the moving photo, the fixed one, and both in a checkerboard after register() has aligned them. */
async function aligned(
  name: string,
  what: string,
  moving: tf.Tensor4D,
  fixed: tf.Tensor4D,
  model: 'similarity' | 'homography',
): Promise<Pictured> {
  const [answer] = await register(moving, fixed, { model });
  const { theta, score, reason, sigma } = answer;
  const both = tf.tidy(() => {
    const sample = model === 'homography' ? perspectiveSample : affineSample;
    const [, height, width] = fixed.shape;
    const seen = sample(moving, theta, [height, width]);
    const side = Math.round(height / 6);
    const isMoving = tf.tensor4d(
      Array.from({ length: height * width }, (_, at) => {
        const [row, column] = [Math.floor(at / width), at % width];
        return (Math.floor(row / side) + Math.floor(column / side)) % 2;
      }),
      [1, height, width, 1],
    );
    return tf.add<tf.Tensor4D>(tf.mul(seen, isMoving), tf.mul(fixed, tf.sub(1, isMoving)));
  });
  await sideBySide(name, [moving, fixed, both]);
  return { name, what, call: `register, ${model}`, score, reason, sigma };
}

/** Draws the photo, the thumbnail, and the crop of the photo that findCrop() found. */
async function found(name: string, what: string): Promise<Pictured> {
  const truth = rotatedBoxToTheta([[-0.12, -0.5, 0.7, 0.8, 0.12]], [512, 512]);
  const small = await encoded(affineSample(astronaut, truth, [72, 63], { antialias: true }));
  const jpeg = await small.jpeg({ quality: 50 }).toBuffer();
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const thumbnail = tf.tensor3d(Float32Array.from(data), [info.height, info.width, 3]);
  const { theta, score, reason } = await findCrop(tf.squeeze<tf.Tensor3D>(astronaut, [0]), thumbnail, {
    model: 'rotatedBox',
  });
  const there = affineSample(astronaut, theta, [320, 280]);
  await sideBySide(name, [astronaut, tf.expandDims<tf.Tensor4D>(thumbnail), there]);
  return { name, what, call: 'findCrop, rotatedBox', score, reason };
}

async function encoded(image: tf.Tensor4D): Promise<Sharp> {
  const [, height, width] = image.shape;
  const pixels = Uint8Array.from(await image.data(), Math.round);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

async function sideBySide(name: string, images: readonly tf.Tensor4D[]): Promise<void> {
  const gap = 8;
  const pieces: { input: Buffer; left: number; top: number }[] = [];
  let left = 0;
  for (const image of images) {
    const { data, info } = await (await encoded(image))
      .resize({ height: HIGH })
      .png()
      .toBuffer({ resolveWithObject: true });
    pieces.push({ input: data, left, top: 0 });
    left += info.width + gap;
  }
  const background = { r: 255, g: 255, b: 255, alpha: 0 };
  await sharp({ create: { width: left - gap, height: HIGH, channels: 4, background } })
    .composite(pieces)
    .webp({ quality: 80 })
    .toFile(join(OUT, `${name}.webp`));
}
