import type { Vector, VectorArray, VectorFunction } from '@cropgrad/conformance/vectors';
import { Unsupported } from './answered.js';
import { type Field, float, message, text, whole } from './protobuf.js';

/** A tensor that goes into a model. */
export interface Feed {
  readonly data: Float32Array<ArrayBuffer> | BigInt64Array<ArrayBuffer>;
  readonly shape: readonly number[];
}

/** A vector as ONNX asks it. */
export interface Question {
  /** A model of one node, whose output is `output`. */
  readonly model: Uint8Array<ArrayBuffer>;
  readonly feeds: Readonly<Record<string, Feed>>;
}

type Attributes = Readonly<Record<string, string | number | { readonly float: number }>>;

/** grid_sample as GridSample, and crop_and_resize of one image as Resize. Opset 16 to 19: others name modes otherwise. */
export function questionOf(name: VectorFunction, vector: Vector, opset: number): Question {
  const { options, inputs, dy } = vector;
  if (name === 'grid_sample') {
    const { mode = 'bilinear', padding_mode = 'zeros', align_corners = false } = options;
    if (padding_mode === 'wrap') throw new Unsupported('ONNX has no padding that repeats the image');
    if (dy.shape.length !== 4) throw new Unsupported(`GridSample of opset ${opset} has no volumes`);
    const feeds = { image: floats(inputs.image), grid: floats(inputs.grid) };
    const attributes = { mode, padding_mode, align_corners: Number(align_corners) };
    return { model: modelOf('GridSample', Object.keys(feeds), attributes, feeds, opset), feeds };
  }
  if (name === 'crop_and_resize' && dy.shape[0] === 1) {
    const [y1, x1, y2, x2] = inputs.boxes.data.map(Number);
    const sizes = BigInt64Array.from(dy.shape, BigInt);
    const feeds = {
      image: floats(inputs.image),
      roi: { data: Float32Array.of(0, 0, y1, x1, 1, 1, y2, x2), shape: [8] },
      sizes: { data: sizes, shape: [4] },
    };
    const attributes = {
      mode: options.method === 'nearest' ? 'nearest' : 'linear',
      nearest_mode: 'round_prefer_ceil',
      coordinate_transformation_mode: 'tf_crop_and_resize',
      extrapolation_value: { float: options.extrapolation_value ?? 0 },
    };
    // The third input, scales, is left out.
    return { model: modelOf('Resize', ['image', 'roi', '', 'sizes'], attributes, feeds, opset), feeds };
  }
  throw new Unsupported(`asked for GridSample and Resize only, and not for ${name}`);
}

function floats({ data, shape }: VectorArray): Feed {
  return { data: Float32Array.from(data, Number), shape };
}

/** The numbers of the fields are those of onnx.proto. */
function modelOf(
  node: string,
  inputs: readonly string[],
  attributes: Attributes,
  feeds: Readonly<Record<string, Feed>>,
  opset: number,
): Uint8Array<ArrayBuffer> {
  const one = [
    ...inputs.map((input) => text(1, input)),
    text(2, 'output'),
    text(4, node),
    ...Object.entries(attributes).map((attribute) => text(5, attributeOf(...attribute))),
  ];
  const rank = feeds.image.shape.length;
  const graph = [
    text(1, one),
    text(2, 'vector'),
    ...Object.entries(feeds).map(([name, feed]) => text(11, tensorInfo(name, feed.shape, feed.data))),
    text(
      12,
      tensorInfo(
        'output',
        Array.from({ length: rank }, (_, axis) => `axis${axis}`),
      ),
    ),
  ];
  return message([whole(1, 8), text(7, graph), text(8, [text(1, ''), whole(2, opset)])]);
}

function attributeOf(name: string, value: Attributes[string]): Field[] {
  if (typeof value === 'string') return [text(1, name), text(4, value), whole(20, 3)];
  if (typeof value === 'number') return [text(1, name), whole(3, value), whole(20, 2)];
  return [text(1, name), float(2, value.float), whole(20, 1)];
}

/** A tensor's name, type and shape; axes of unknown length have names. */
function tensorInfo(name: string, shape: readonly (number | string)[], data?: Feed['data']): Field[] {
  const axes = shape.map((axis) => text(1, [typeof axis === 'string' ? text(2, axis) : whole(1, axis)]));
  const type = [whole(1, data instanceof BigInt64Array ? 7 : 1), text(2, axes)];
  return [text(1, name), text(2, [text(1, type)])];
}
