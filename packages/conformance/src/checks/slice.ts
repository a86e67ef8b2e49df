import { boxesFromPixels } from '@cropgrad/core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { noise } from '../arbitraries/noise.js';
import { channelCount, imageSize, noiseSeed } from '../arbitraries/sizes.js';
import type { CropCase, NdArray } from '../case.js';
import { type Check, declares } from '../check.js';
import { forAll } from '../property.js';
import { take } from '../rearrange.js';
import { requireRelated } from '../relate.js';

/** A crop that selects whole pixels is the slice of the image. */
export const sliceChecks: readonly Check[] = ([2, 3] as const).map((dimensions): Check => {
  const covers = { op: 'crop', alignCorners: false, dimensions } as const;
  return {
    id: `law/slice/crop/${dimensions}-D`,
    title: 'a crop that selects whole pixels is the slice of the image',
    kind: 'law',
    covers,
    applies: (backend) => declares(backend, covers),
    run: (context) => {
      const drawn = anyCell(context.backend, covers).chain(({ mode, paddingMode }) =>
        fc.tuple(imageSize(dimensions), channelCount, noiseSeed).chain(([size, channels, seed]) =>
          fc.tuple(...size.map((length) => range(length))).map((ranges) => ({
            image: noise([1, ...size, channels], seed),
            ranges,
            options: { mode, paddingMode, alignCorners: false },
          })),
        ),
      );
      return forAll(
        context,
        drawn,
        async ({ image, ranges, options }) => {
          const c = await sliceCase(image, ranges, options);
          await requireRelated(context, c, 'output', sliced(image, ranges), 'the pixel of the slice');
        },
        ({ image, ranges }) => `pixels ${JSON.stringify(ranges)} of an image [${image.shape}]`,
      );
    },
  };
});

/** From the first pixel to the one after the last. */
type Range = readonly [from: number, to: number];

function range(length: number): fc.Arbitrary<Range> {
  return fc
    .tuple(fc.nat(length - 1), fc.nat(length - 1))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
}

async function sliceCase(image: NdArray, ranges: readonly Range[], options: CropCase['options']): Promise<CropCase> {
  const size = image.shape.slice(1, -1);
  const [near, far] = [ranges.map(([from]) => from).reverse(), ranges.map(([, to]) => to).reverse()];
  const made = boxesFromPixels([[...near, ...far]], size);
  const boxes = await made.data();
  made.dispose();
  const output = ranges.map(([from, to]) => to - from);
  return {
    op: 'crop',
    dimensions: size.length === 2 ? 2 : 3,
    image,
    boxes: { shape: [1, 2 * size.length], data: boxes },
    size: output,
    options,
    dy: sliced(image, ranges),
  };
}

function sliced(image: NdArray, ranges: readonly Range[]): NdArray {
  return ranges.reduce(
    (array, [from, to], k) =>
      take(
        array,
        k + 1,
        Array.from({ length: to - from }, (_, i) => from + i),
      ),
    image,
  );
}
