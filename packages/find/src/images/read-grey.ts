import { decoded, type OpenImage } from './open-image.js';

/** A grey picture, with values from 0 to 255, for `findCrop` and `register`. */
export interface Grey {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** sharp's 16 bit greys per level of 255. */
const PER_LEVEL = 257;

/**
 * The grey values of a picture, shrunk by a factor of at least 1, without transparency. A jpeg that is shrunk is
 * decoded at that size, which takes a fraction of the time. 16 bit pictures keep their precision.
 */
export async function readGrey(image: OpenImage, factor: number): Promise<Grey> {
  const width = Math.max(1, Math.round(image.width / factor));
  const height = Math.max(1, Math.round(image.height / factor));
  const { data, info } = await decoded(image.file, () =>
    image
      .upright()
      .resize(width, height, { fit: 'fill' })
      .flatten({ background: 'white' })
      .toColourspace('grey16')
      .raw({ depth: 'float' })
      .toBuffer({ resolveWithObject: true }),
  );
  const values = new Float32Array(data.buffer, data.byteOffset, info.width * info.height);
  return { data: values.map((value) => value / PER_LEVEL), width: info.width, height: info.height };
}
