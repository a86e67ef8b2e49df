import { readFileSync } from 'node:fs';
import '@cropgrad/backend-cpu';
import '@cropgrad/backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { roiAlign } from '../src/index.js';

/** A case of roi_align.py; samplingRatio 0 is adaptive. */
interface RoiAlignCase {
  aligned: boolean;
  samplingRatio: number;
  spatialScale: number;
  size: [number, number];
  boxes: number[][];
  boxIndex: number[];
  crops: number[];
}

const { image, cases }: { image: number[]; cases: RoiAlignCase[] } = JSON.parse(
  readFileSync(new URL('../fixtures/roi-align.json', import.meta.url), 'utf8'),
);

it('has both alignments, four ratios and two scales', () => {
  expect(cases).toHaveLength(16);
});

describe.each(['cpu', 'wasm'])('on %s, equals ONNX Runtime', (backend) => {
  it.each(cases)('aligned $aligned, samplingRatio $samplingRatio, spatialScale $spatialScale', async (c) => {
    await tf.setBackend(backend);
    const { aligned, samplingRatio, spatialScale } = c;
    const options = { aligned, samplingRatio, spatialScale };
    const pixels = tf.tensor4d(image, [2, 7, 9, 2]);
    for (const boxes of [c.boxes, tf.tensor2d(c.boxes)]) {
      const found = roiAlign(pixels, boxes, c.boxIndex, c.size, options).dataSync();
      expect(found.length).toBe(c.crops.length);
      for (const [i, v] of c.crops.entries()) expect(Math.abs(found[i] - v), `element ${i}`).toBeLessThan(4e-6);
    }
  });
});
