import { readFile } from 'node:fs/promises';
import { type CroppedArray, cropArray, type PixelImage } from '@cropgrad/arrays';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import sharp from 'sharp';

/** What the net tells apart, in the order of its logits. */
export const CLASSES = ['disc', 'square', 'star', 'triangle'] as const;

/** The pixels of a picture in a file, as RGB bytes. */
export async function readPhoto(file: URL): Promise<PixelImage> {
  const picture = sharp(await readFile(file))
    .autoOrient()
    .removeAlpha();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}

/** Boxes (x, y, x2, y2) of a photo as the net was trained on them: [N,3,32,32], less the mean, by the deviation. */
export function inputOf(photo: PixelImage, boxes: number[][]): CroppedArray<'float32'> {
  return cropArray(photo, boxes, [32, 32], {
    scale: 1 / 255,
    mean: [0.485, 0.456, 0.406],
    std: [0.229, 0.224, 0.225],
  });
}

/** The net, on wasm: it runs in Node and in pages. */
export async function loadNet(file: URL): Promise<InferenceSession> {
  return InferenceSession.create(await readFile(file), { executionProviders: ['wasm'] });
}

/** The logits of each crop, in the order of {@link CLASSES}. */
export async function classify(net: InferenceSession, { data, dims }: CroppedArray<'float32'>): Promise<number[][]> {
  const { logits } = await net.run({ pixel_values: new Tensor('float32', data, dims) });
  const values = Array.from(logits.data, Number);
  return Array.from({ length: dims[0] }, (_, n) => values.slice(n * CLASSES.length, (n + 1) * CLASSES.length));
}

/** The class with the largest logit. */
export function classOf(logits: readonly number[]): (typeof CLASSES)[number] {
  return CLASSES[logits.indexOf(Math.max(...logits))];
}
