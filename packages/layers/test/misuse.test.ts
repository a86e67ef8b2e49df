import '@cropgrad/backend-cpu';
import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { AffineSampleLayer, CropLayer, SpatialTransformer } from '../src/index.js';

beforeAll(() => tf.setBackend('cpu'));

const size: [number, number] = [2, 3];
const image = (): tf.SymbolicTensor => tf.input({ shape: [8, 9, 3] });
const of = (...shape: (number | null)[]): tf.SymbolicTensor => tf.input({ shape });
const dense = (): tf.layers.Layer => tf.layers.dense({ units: 2 });
const transformer = (localization: tf.layers.Layer | tf.layers.Layer[]): SpatialTransformer =>
  new SpatialTransformer({ size, localization });

/** A model of two outputs. */
function twoOutputs(): tf.LayersModel {
  const inputs = tf.input({ shape: [8, 9, 3] });
  const outputs = [1, 2].map(() => tf.layers.flatten().apply(inputs) as tf.SymbolicTensor);
  return tf.model({ inputs, outputs });
}

// What TypeScript refuses, JavaScript can still do.
const CropOf: new (args?: object) => CropLayer = CropLayer as never;
const cropOf: (image: unknown, boxes: unknown, size: unknown) => unknown = crop as never;
const TransformerOf: new (args?: object) => SpatialTransformer = SpatialTransformer as never;

const MISUSES: [string, string, () => unknown, RegExp][] = [
  ['nothing', 'INVALID_SHAPE', () => new CropOf(), /CropLayer: size: got undefined/],
  ['a size of one number', 'INVALID_SHAPE', () => new CropOf({ size: [3] }), /CropLayer: size: got \[3\]/],
  ['a size of no pixels', 'INVALID_SHAPE', () => new CropOf({ size: [0, 3] }), /each at least 1/],
  [
    'a mode that there is not',
    'INVALID_OPTION',
    () => new CropOf({ size, mode: 'cubic' }),
    /CropLayer: mode: got 'cubic'/,
  ],
  ['a key that there is not', 'INVALID_OPTION', () => new CropOf({ size, padding: 'zeros' }), /unknown key 'padding'/],
  [
    'a padding that there is not',
    'INVALID_OPTION',
    () => new AffineSampleLayer({ size, paddingMode: 'same' as never }),
    /AffineSampleLayer: paddingMode/,
  ],
  [
    'antialias of nearest',
    'INVALID_OPTION',
    () => transformerWith({ mode: 'nearest', antialias: true }),
    /SpatialTransformer: antialias/,
  ],
  ['imageIndex', 'INVALID_OPTION', () => new CropOf({ size, imageIndex: [0] }), /crop n of a batch reads image n/],
  [
    'a fill that JSON has not',
    'INVALID_OPTION',
    () => new CropLayer({ size, fillValue: Number.NaN }),
    /fillValue: got NaN/,
  ],
  [
    'a fill that is a tensor',
    'INVALID_OPTION',
    () => new CropOf({ size, fillValue: tf.zeros([3]) }),
    /fillValue: got a tensor/,
  ],
  [
    'a box of three numbers',
    'INVALID_SHAPE',
    () => new CropLayer({ size, box: [0, 0, 1] }),
    /box: got \[0,0,1\].*4 finite numbers/,
  ],
  [
    'a box of a volume',
    'INVALID_SHAPE',
    () => new CropLayer({ size: [2, 2, 2], box: [0, 0, 1, 1] }),
    /6 finite numbers/,
  ],
  ['a box that is not finite', 'INVALID_SHAPE', () => new CropLayer({ size, box: [0, 0, 1, Number.NaN] }), /finite/],
  [
    'no boxes',
    'INVALID_INPUT',
    () => new CropLayer({ size }).apply(image()),
    /got 1 of them; expected \[image, boxes\]/,
  ],
  [
    'boxes beside a box',
    'INVALID_INPUT',
    () => new CropLayer({ size, box: [0, 0, 1, 1] }).apply([image(), of(4)]),
    /got 2 of them; expected image/,
  ],
  [
    'boxes of six numbers',
    'INVALID_SHAPE',
    () => new CropLayer({ size }).apply([image(), of(6)]),
    /boxes: got shape \[null,6\]; expected \[B,4\]/,
  ],
  [
    'an image without channels',
    'INVALID_RANK',
    () => new CropLayer({ size }).apply([of(8, 9), of(4)]),
    /got shape \[null,8,9\]; expected 4 axes/,
  ],
  [
    'theta of five numbers',
    'INVALID_SHAPE',
    () => new AffineSampleLayer({ size }).apply([image(), of(5)]),
    /expected \[B,2,3\] or \[B,6\]/,
  ],
  [
    'theta of the wrong rows',
    'INVALID_SHAPE',
    () => new AffineSampleLayer({ size }).apply([image(), of(3, 3)]),
    /theta: got shape \[null,3,3\]/,
  ],
  ['no localisation net', 'INVALID_OPTION', () => new TransformerOf({ size }), /localization: got undefined/],
  [
    'a net that is a function',
    'INVALID_OPTION',
    () => new TransformerOf({ size, localization: [dense(), () => {}] }),
    /localization/,
  ],
  [
    'a scale of 0',
    'INVALID_OPTION',
    () => new SpatialTransformer({ size, localization: [], thetaScale: 0 }),
    /thetaScale: got 0/,
  ],
  [
    'a scale that is a text',
    'INVALID_OPTION',
    () => new TransformerOf({ size, localization: [], thetaScale: '1' }),
    /thetaScale: got '1'/,
  ],
  [
    'theta before there are weights',
    'INVALID_INPUT',
    () => transformer(dense()).thetaOf(tf.zeros([1, 8, 9, 3])),
    /a layer without weights/,
  ],
  ['a net with two outputs', 'INVALID_OPTION', () => transformer(twoOutputs()).apply(image()), /has 2 outputs/],
  [
    'a net that another transformer has',
    'INVALID_OPTION',
    () => {
      const shared = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 9, 3] })] });
      transformer(shared).apply(image());
      return transformer(shared).apply(image());
    },
    /part of another model or transformer/,
  ],
  [
    'a layer of another model',
    'INVALID_OPTION',
    () => {
      const shared = dense();
      shared.apply(image());
      return transformer(shared).apply(image());
    },
    /part of another model or transformer/,
  ],
  [
    'a saved net of an unknown class',
    'INVALID_OPTION',
    () =>
      SpatialTransformer.fromConfig(SpatialTransformer, {
        size,
        localization: [{ className: 'Mine', config: {} }],
      }),
    /unknown class 'Mine'.*registerClass/,
  ],
  [
    'core on what has no values',
    'INVALID_INPUT',
    () => cropOf(image(), [[0, 0, 1, 1]], size),
    /image: got .*CropLayer.* of @cropgrad\/layers/,
  ],
  [
    'core on boxes without values',
    'INVALID_INPUT',
    () => cropOf(tf.zeros([1, 8, 9, 3]), of(4), size),
    /boxes: got .*CropLayer/,
  ],
];

function transformerWith(options: { mode: 'nearest'; antialias: true }): SpatialTransformer {
  return new SpatialTransformer({ size, localization: [], ...options });
}

describe('refuses, in words', () => {
  it.each(MISUSES)('%s: %s', (_, code, misuse, message) => {
    let thrown: unknown;
    try {
      misuse();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: 'CropError', code });
    expect(String(thrown)).toMatch(message);
  });
});
