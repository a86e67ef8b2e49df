import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { SAMPLING_MODES } from '../axis/mode.js';
import { countOf, extentsOf } from '../problem.js';
import type { SampleCall, SampleResult } from '../sample-call.js';
import { addPiece, cut, type Piece, pieceShape } from './cut.js';
import { type Part, partsOf } from './parts.js';

/**
 * Runs a kernel on a call, in parts where its arrays do not fit on the device. Then the result is put together on the
 * host, from where the next kernel takes it in parts again.
 */
export function inParts(call: SampleCall, result: SampleResult, run: (call: SampleCall) => TensorInfo): TensorInfo {
  const { backend } = call;
  const all = withRowsAsCrops(call, result);
  const parts = partsOf(all, result);
  if (parts.length === 1) return run(call);
  const values = new Float32Array(util.sizeFromShape([...all.shape]));
  let image = all.image;
  let before: Part | undefined;
  try {
    for (const part of parts) {
      if (all.image && !(before && readsTheSame(before, part))) {
        release(all, image);
        image = cut(backend, all.image, imagePiece(part));
      }
      before = part;
      const piece = resultPiece(part, result);
      addPiece(values, all.shape, piece, valuesOf(all, part, pieceShape(all.shape, piece), image, run));
    }
  } finally {
    release(all, image);
  }
  return backend.makeTensorInfo([...call.shape], 'float32', values);
}

/** The points of a grid are independent: where those of one crop do not fit, each of its rows is a crop. */
function withRowsAsCrops(call: SampleCall, result: SampleResult): SampleCall {
  const { points, pointsInfo, tangent, size, attrs, backend, dy, shape } = call;
  const taps = result === 'image' ? SAMPLING_MODES[attrs.mode].taps ** size.length : 1;
  const perCrop = countOf(extentsOf(size));
  if (points !== 'grid' || perCrop * Math.max(size.length, taps) <= backend.device.maxLength) return call;
  const width = size[size.length - 1];
  const rows = perCrop / width;
  const row = [...size.slice(1).fill(1), width];
  const crops = attrs.imageIndex.length * rows;
  const imageIndex = Int32Array.from({ length: crops }, (_, n) => attrs.imageIndex[Math.floor(n / rows)]);
  const rowsOf = (whole: readonly number[]): number[] => [crops, ...row, whole[whole.length - 1]];
  const reshaped = (info: TensorInfo): TensorInfo => {
    return { dataId: info.dataId, dtype: info.dtype, shape: rowsOf(info.shape) };
  };
  return {
    ...call,
    attrs: { ...attrs, imageIndex },
    shape: result === 'image' ? shape : rowsOf(shape),
    size: row,
    pointsInfo: reshaped(pointsInfo),
    tangent: tangent && reshaped(tangent),
    dy: dy && reshaped(dy),
  };
}

/** What a kernel makes of a part, of this shape, with the part of the image that it reads. */
function valuesOf(
  all: SampleCall,
  part: Part,
  shape: readonly number[],
  image: TensorInfo | undefined,
  run: (call: SampleCall) => TensorInfo,
): Float32Array {
  const { backend, attrs } = all;
  const { crops, images, channels } = part;
  const imageIndex = attrs.imageIndex.slice(crops.from, crops.to).map((index) => index - images.from);
  const some: SampleCall = {
    ...all,
    attrs: { ...attrs, imageIndex },
    shape,
    imageShape: pieceShape(all.imageShape, imagePiece(part)),
    image,
    pointsInfo: cut(backend, all.pointsInfo, { entries: crops }),
    tangent: all.tangent && cut(backend, all.tangent, { entries: crops }),
    dy: all.dy && cut(backend, all.dy, { entries: crops, channels }),
  };
  try {
    const made = run(some);
    const values = backend.readSync(made.dataId) as Float32Array;
    backend.disposeIntermediateTensorInfo(made);
    return values;
  } finally {
    release(all, some.dy);
    release(all, some.pointsInfo);
    release(all, some.tangent);
  }
}

function resultPiece({ crops, images, channels }: Part, result: SampleResult): Piece {
  if (result === 'image') return { entries: images, channels };
  return result === 'points' ? { entries: crops } : { entries: crops, channels };
}

function imagePiece({ images, channels }: Part): Piece {
  return { entries: images, channels };
}

function readsTheSame(a: Part, b: Part): boolean {
  return a.images.from === b.images.from && a.images.to === b.images.to && a.channels.from === b.channels.from;
}

/** Frees what was cut out; what is a tensor of the call itself stays. */
function release({ backend, image, dy, pointsInfo, tangent }: SampleCall, info: TensorInfo | undefined): void {
  if (!info || [image, dy, pointsInfo, tangent].some((own) => own?.dataId === info.dataId)) return;
  backend.disposeIntermediateTensorInfo(info);
}
