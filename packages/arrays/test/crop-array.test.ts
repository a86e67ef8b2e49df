import { type ArrayImage, type ArrayOptions, type BoxList, cropArray, type Size } from '@cropgrad/arrays';
import { describe, expect, it } from 'vitest';
import { photo } from './photo.js';

const size: Size = [5, 6];
const box = [3.5, 2, 17.25, 12];
const crop = (image: ArrayImage, options?: ArrayOptions, boxes: BoxList = [box]) =>
  cropArray(image, boxes, size, options);

describe('images', () => {
  const rgb = photo(20, 15, 3);
  const expected = crop(rgb).data;
  const [data, planes] = [Float32Array.from(rgb.data), photo(20, 15, 3, 'NCHW')];
  const kinds: Record<string, ArrayImage> = {
    Uint8ClampedArray: { ...rgb, data: Uint8ClampedArray.from(rgb.data) },
    'Buffer that is a part of another': { ...rgb, data: Buffer.from([9, ...rgb.data]).subarray(1) },
    Float32Array: { ...rgb, data },
    'no channels given': { data: rgb.data, width: 20, height: 15 },
    '[C,H,W]': { data: planes, dims: [3, 15, 20] },
    '[1,C,H,W]': { data: planes, dims: [1, 3, 15, 20] },
    '[H,W,C]': { data: rgb.data, dims: [15, 20, 3], layout: 'NHWC' },
    '[1,H,W,C]': { data: rgb.data, dims: [1, 15, 20, 3], layout: 'NHWC' },
  };
  for (const [kind, image] of Object.entries(kinds)) it(kind, () => expect(crop(image).data).toEqual(expected));

  it('an ImageData, without its alpha', () => {
    const rgba = new Uint8ClampedArray(20 * 15 * 4).map((_, i) => (i % 4 === 3 ? 7 : rgb.data[i - (i >> 2)]));
    // All that there is of an ImageData, which Node has not.
    const image: ArrayImage = { data: rgba, width: 20, height: 15 } satisfies Pick<
      ImageData,
      'data' | 'width' | 'height'
    >;
    expect(crop(image, { channels: 3 }).data).toEqual(expected);
    expect(crop(image, { channels: 3, layout: 'NHWC' }).data).toEqual(crop(rgb, { layout: 'NHWC' }).data);
    expect(crop(image).dims).toEqual([1, 4, 5, 6]);
  });

  it('several, each with its crop, or as imageIndex says', () => {
    const two = { data: Uint8Array.from([...rgb.data, ...rgb.data.map((v) => 255 - v)]), dims: [2, 15, 20, 3] };
    const image: ArrayImage = { ...two, layout: 'NHWC' };
    const inverse = crop({ ...rgb, data: rgb.data.map((v) => 255 - v) }).data;
    expect(crop(image, {}, [box, box]).data).toEqual(Float32Array.from([...expected, ...inverse]));
    expect(crop(image, { imageIndex: [1] }).data).toEqual(inverse);
    expect(crop(image, { imageIndex: Int32Array.of(1, 0) }, [box, box]).data.subarray(0, 90)).toEqual(inverse);
  });

  it('are left as they are, and share nothing with the result', () => {
    for (const mode of ['bilinear', 'nearest'] as const) {
      const image = photo(6, 5, 3);
      const { data } = crop(image, { mode, dtype: 'uint8', layout: 'NHWC' }, [[0, 0, 6, 5]]);
      data.fill(0);
      expect(image.data).toEqual(photo(6, 5, 3).data);
    }
  });
});

describe('results', () => {
  const image = photo(20, 15, 3);
  const plain = crop(image, { layout: 'NHWC' });

  it('NCHW of bytes, scaled, less the mean, by the deviation: as in plain arithmetic', () => {
    const [mean, std] = [
      [0.485, 0.456, 0.406],
      [0.229, 0.224, 0.225],
    ];
    const { data, dims } = crop(image, { scale: 1 / 255, mean, std });
    expect(dims).toEqual([1, 3, 5, 6]);
    for (let p = 0; p < 30; p++) {
      for (let c = 0; c < 3; c++) {
        // Two roundings to float32, of numbers below 4.
        const expected = (plain.data[3 * p + c] / 255 - mean[c]) / std[c];
        expect(Math.abs(data[30 * c + p] - expected)).toBeLessThan(2 * 4 * 2 ** -24);
      }
    }
  });

  it('one mean and one deviation for all', () => {
    const { data } = crop(image, { layout: 'NHWC', mean: 127.5, std: 0.5 });
    expect(data).toEqual(plain.data.map((v) => (v - 127.5) / 0.5));
  });

  it('bytes are rounded, halves to even, and clamped', () => {
    const halves = { data: Float32Array.of(0.5, 1.5, -3, 300, Number.NaN), width: 5, height: 1, channels: 1 };
    const call = { dtype: 'uint8', mode: 'nearest' } as const;
    const { data, dims } = cropArray(halves, [0, 0, 5, 1], [1, 5], call);
    expect([data, dims]).toEqual([Uint8Array.of(0, 2, 0, 255, 0), [1, 1, 1, 5]]);
  });

  it('no boxes give an empty array', () => {
    expect(crop(image, {}, [])).toEqual({ data: new Float32Array(0), dims: [0, 3, 5, 6] });
    expect(crop(image, { dtype: 'uint8', layout: 'NHWC' }, new Float32Array(0))).toEqual({
      data: new Uint8Array(0),
      dims: [0, 5, 6, 3],
    });
  });

  it('nearest keeps the numbers of bytes and floats', () => {
    const whole = [0, 0, 20, 15];
    expect(cropArray(image, whole, [15, 20], { mode: 'nearest', dtype: 'uint8', layout: 'NHWC' }).data).toEqual(
      image.data,
    );
    const floats = { ...image, data: Float32Array.from(image.data, (v) => v / 3) };
    expect(cropArray(floats, whole, [15, 20], { mode: 'nearest', layout: 'NHWC' }).data).toEqual(floats.data);
  });
});

describe('what is outside', () => {
  const image = photo(8, 6, 3);
  const around = [-4, -3, 12, 9];
  const call = { layout: 'NHWC' } as const;
  const at = (options: ArrayOptions) => cropArray(image, around, [12, 16], { ...call, ...options }).data;
  const pixel = (data: Float32Array | Uint8Array, row: number, column: number) => [
    ...data.subarray((row * 16 + column) * 3, (row * 16 + column) * 3 + 3),
  ];

  for (const options of [{}, { mode: 'nearest' }, { mode: 'bicubic', antialias: false }] as const) {
    it(`has a fill per channel, and the pixels beside it are themselves: ${JSON.stringify(options)}`, () => {
      const data = at({ ...options, fillValue: [1, 2.5, 300] });
      expect(pixel(data, 2, 7)).toEqual([1, 2.5, 300]);
      expect(pixel(data, 3, 4)).toEqual([...image.data.subarray(0, 3)]);
      expect(at({ ...options, fillValue: 9 })).toEqual(at({ ...options, fillValue: [9, 9, 9] }));
    });
  }

  it('is blended with the fill under zeros, channel by channel', () => {
    const cut = { paddingMode: 'zeros', outside: 'pad' } as const;
    const half = (fillValue: number | number[]) =>
      cropArray(image, [-0.5, 0, 7.5, 6], [6, 8], { ...call, ...cut, fillValue }).data;
    const [of10, of20, of30] = [half(10), half(20), half(30)];
    const each = half([10, 20, 30]);
    for (const [i, value] of each.entries()) expect(value).toBeCloseTo([of10, of20, of30][i % 3][i], 4);
    expect(each[0]).toBeCloseTo((image.data[0] + 10) / 2, 4);
  });

  it('is the edge, or the image again, where that is asked for', () => {
    expect(pixel(at({ outside: 'pad' }), 0, 0)).toEqual([...image.data.subarray(0, 3)]);
    const last = image.data.length - 3;
    expect(pixel(at({ outside: 'pad', paddingMode: 'wrap' }), 2, 3)).toEqual([...image.data.subarray(last)]);
  });
});
