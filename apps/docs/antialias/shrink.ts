import { affineSample } from '@cropgrad/backend-cpu/kernels';
import { PLAIN_OPTIONS } from '../drawings/plain-options.js';

/** All of an image. */
const WHOLE = new Float32Array([1, 0, 0, 0, 1, 0]);

/** RGBA pixels, row by row, as a canvas has them. */
export interface Picture {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

/** All of a picture in `side` × `side` pixels, as `crop` gives it with `paddingMode: 'border'`. */
export function shrunk({ data, width, height }: Picture, side: number, antialias: boolean): Picture {
  const options = {
    ...PLAIN_OPTIONS,
    paddingMode: 'border',
    size: [side, side],
    antialias: Number(antialias),
  } as const;
  const values = affineSample(new Float32Array(data), [1, height, width, 4], WHOLE, options);
  return { data: Uint8ClampedArray.from(values), width: side, height: side };
}
