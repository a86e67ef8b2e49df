import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/** What is used of Transformers.js's `RawImage`. Boxes are (x, y, x2, y2) with the last pixel in them. */
interface RawImage {
  data: Uint8ClampedArray;
  crop(box: [number, number, number, number]): Promise<RawImage>;
  resize(width: number, height: number): Promise<RawImage>;
}

type CreateRawImage = new (data: Uint8Array, width: number, height: number, channels: number) => RawImage;

/** Regions (x, y, w, h) of a photo, each resized, as bytes. */
export type Resize = (regions: readonly number[][], size: readonly [number, number]) => Promise<Buffer>;

/**
 * Transformers.js from the folder that `--transformers` names, in which it is installed: it brings two ONNX Runtimes along, of
 * some 400 MB, so this package does not depend on it. Undefined without that flag.
 */
export async function loadRawImage(): Promise<{ Image: CreateRawImage; version: string } | undefined> {
  const { values } = parseArgs({ options: { transformers: { type: 'string' } } });
  if (values.transformers === undefined) return undefined;
  const require = createRequire(join(values.transformers, 'package.json'));
  const { RawImage, env }: { RawImage: CreateRawImage; env: { version: string } } = await import(
    pathToFileURL(require.resolve('@huggingface/transformers')).href
  );
  return { Image: RawImage, version: env.version };
}

/** Crops and resizes as its users do, with the filter that it has by default, which is called bilinear. */
export function resizeRawImage(Image: CreateRawImage, data: Uint8Array, [width, height]: [number, number]): Resize {
  const image = new Image(data, width, height, 3);
  return async (regions, [h, w]) => {
    const crops = regions.map(async ([x, y, across, down]) => {
      const region = await image.crop([x, y, x + across - 1, y + down - 1]);
      const { data } = await region.resize(w, h);
      return new Uint8Array(data.buffer, data.byteOffset, data.length);
    });
    return Buffer.concat(await Promise.all(crops));
  };
}
