import '@cropgrad/backend-cpu';
import { BOX_FORMATS, boxesFromPixels, boxesFromUnit, boxesToPixels, boxesToUnit } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from './close.js';
import { expectGradient } from './gradient.js';

/** One box of an image of 8 x 16 pixels: its corners are (4, 2) and (12, 8). */
const IN_PIXELS = { xyxy: [4, 2, 12, 8], xywh: [4, 2, 8, 6], cxcywh: [8, 5, 8, 6], yxyx: [2, 4, 8, 12] };
const IN_UNIT = {
  xyxy: [0.25, 0.25, 0.75, 1],
  xywh: [0.25, 0.25, 0.5, 0.75],
  cxcywh: [0.5, 0.625, 0.5, 0.75],
  yxyx: [0.25, 0.25, 1, 0.75],
};
const NORMALISED = [-0.5, -0.5, 0.5, 1];
/** The same in 3-D, in a volume of 4 x 8 x 16: z from 1 to 4. */
const VOLUME_IN_PIXELS = {
  xyxy: [4, 2, 1, 12, 8, 4],
  xywh: [4, 2, 1, 8, 6, 3],
  cxcywh: [8, 5, 2.5, 8, 6, 3],
  yxyx: [1, 2, 4, 4, 8, 12],
};
const NORMALISED_VOLUME = [-0.5, -0.5, -0.5, 0.5, 1, 1];

describe.each(BOX_FORMATS)('boxes as %s', (format) => {
  it('in pixels, there and back', () => {
    expectClose(boxesFromPixels([IN_PIXELS[format]], [8, 16], { format }), [1, 4], NORMALISED, 0);
    expectClose(boxesToPixels([NORMALISED], [8, 16], { format }), [1, 4], IN_PIXELS[format], 0);
  });

  it('in 0 to 1, there and back', () => {
    expectClose(boxesFromUnit([IN_UNIT[format]], { format }), [1, 4], NORMALISED, 0);
    expectClose(boxesToUnit([NORMALISED], { format }), [1, 4], IN_UNIT[format], 0);
  });

  it('in 3-D', () => {
    expectClose(boxesFromPixels([VOLUME_IN_PIXELS[format]], [4, 8, 16], { format }), [1, 6], NORMALISED_VOLUME, 0);
    expectClose(boxesToPixels([NORMALISED_VOLUME], [4, 8, 16], { format }), [1, 6], VOLUME_IN_PIXELS[format], 0);
  });

  it('with gradients, twice', () => {
    const boxes = tf.tensor2d([[0.1, -0.3, 0.7, 0.4]]);
    const conversions: ((x: tf.Tensor) => tf.Tensor)[] = [
      (x) => boxesFromPixels(x, [4, 8], { format }),
      (x) => boxesToPixels(x, [4, 8], { format }),
      (x) => boxesFromUnit(x, { format }),
      (x) => boxesToUnit(x, { format }),
    ];
    for (const convert of conversions) {
      expectGradient(convert, boxes);
      const pulled = (dy: tf.Tensor): tf.Tensor => tf.grad((x) => convert(x))(boxes, dy);
      expectGradient(pulled, tf.tensor2d([[0.2, 1, -0.6, 0.3]]));
    }
  });
});

it('a box in another order than a format says is refused with the order', () => {
  const wrong = (): unknown => boxesFromUnit([[0, 0, 1]], { format: 'cxcywh' });
  expect(wrong).toThrow(
    expect.objectContaining({ code: 'INVALID_SHAPE', expected: expect.stringContaining('(cx, cy, w, h)') }),
  );
});

it('an unknown format is refused', () => {
  const unknown = (): unknown => Reflect.apply(boxesToUnit, undefined, [[[0, 0, 1, 1]], { format: 'xxyy' }]);
  expect(unknown).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', what: 'boxesToUnit: format' }));
});

it('no boxes stay no boxes', () => {
  expect(boxesFromUnit([], { format: 'xywh' }).shape).toEqual([0, 4]);
  expect(boxesToPixels([], [4, 4, 4], { format: 'yxyx' }).shape).toEqual([0, 6]);
});
