import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLASSES, classify, classOf, inputOf, loadNet, readPhoto } from '../src/classify.js';

/** What Pillow's crops are, as bytes [N,C,h,w] in base64, and what ONNX Runtime makes of them in Python. */
interface Expected {
  boxes: number[][];
  crops: string;
  logits: number[][];
}

const model = new URL('../model/', import.meta.url);
const expected: Expected = JSON.parse(readFileSync(new URL('expected.json', model), 'utf8'));
const [mean, std] = [
  [0.485, 0.456, 0.406],
  [0.229, 0.224, 0.225],
];

const photo = await readPhoto(new URL('photo.png', model));
const input = inputOf(photo, expected.boxes);
const net = await loadNet(new URL('shapes.onnx', model));

it("the net's input is Pillow's, within a byte", () => {
  const pillow = Buffer.from(expected.crops, 'base64');
  expect(input.dims).toEqual([4, 3, 32, 32]);
  expect(pillow.length).toBe(input.data.length);
  let most = 0;
  for (const [at, value] of input.data.entries()) {
    const c = Math.floor(at / 1024) % 3;
    most = Math.max(most, Math.abs((value * std[c] + mean[c]) * 255 - pillow[at]));
  }
  // Pillow rounds to bytes twice.
  expect(most).toBeLessThan(1.001);
  expect(most).toBeGreaterThan(0);
});

it('the logits are those of Python, and every class is right', async () => {
  const logits = await classify(net, input);
  expect(logits.map(classOf)).toEqual([...CLASSES]);
  const apart = logits.flatMap((row, n) => row.map((value, c) => Math.abs(value - expected.logits[n][c])));
  // What rounding to bytes changes, of logits of up to 52.
  expect(Math.max(...apart)).toBeLessThan(0.1);
});

it('on the bytes of Pillow themselves, they are equal', async () => {
  const pillow = Buffer.from(expected.crops, 'base64');
  const data = Float32Array.from(pillow, (value, at) => {
    const c = Math.floor(at / 1024) % 3;
    return (value / 255 - mean[c]) / std[c];
  });
  const logits = await classify(net, { data, dims: [4, 3, 32, 32] });
  for (const [n, row] of logits.entries()) {
    for (const [c, value] of row.entries()) expect(value).toBeCloseTo(expected.logits[n][c], 3);
  }
});
