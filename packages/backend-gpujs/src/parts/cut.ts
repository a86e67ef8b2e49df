import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { GpuJsBackend } from '../gpujs-backend.js';

/** From `from` up to `to`, which is left out. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Which entries of a tensor's first axis, and of its last one where that is channels. */
export interface Piece {
  readonly entries: Range;
  readonly channels?: Range | undefined;
}

/** A piece of a tensor as a tensor of its own, on the host until a kernel reads it; the tensor itself when it is all. */
export function cut(backend: GpuJsBackend, info: TensorInfo, piece: Piece): TensorInfo {
  const shape = pieceShape(info.shape, piece);
  if (util.arraysEqual(shape, info.shape)) return info;
  const values = backend.readSync(info.dataId) as Float32Array;
  const { start, end, length, width, first } = layoutOf(info.shape, piece);
  const rows = values.subarray(start, end);
  if (width === length) return backend.makeTensorInfo(shape, 'float32', rows);
  const piecewise = new Float32Array((rows.length / length) * width);
  for (let row = 0, at = 0; row < rows.length; row += length) {
    for (let channel = first; channel < first + width; channel++) piecewise[at++] = rows[row + channel];
  }
  return backend.makeTensorInfo(shape, 'float32', piecewise);
}

/** Adds the values of a piece of a tensor to the tensor's, which are on the host. */
export function addPiece(whole: Float32Array, shape: readonly number[], piece: Piece, values: Float32Array): void {
  const { start, end, length, width, first } = layoutOf(shape, piece);
  for (let row = start, at = 0; row < end; row += length) {
    for (let channel = first; channel < first + width; channel++) whole[row + channel] += values[at++];
  }
}

/** The shape of a piece of a tensor of this shape. */
export function pieceShape(shape: readonly number[], { entries, channels }: Piece): number[] {
  const piece = [entries.to - entries.from, ...shape.slice(1)];
  if (channels) piece[piece.length - 1] = channels.to - channels.from;
  return piece;
}

/** Where a piece's rows of channels lie: from `start` to `end`, every `length`, `width` numbers from the `first` on. */
function layoutOf(shape: readonly number[], { entries, channels }: Piece) {
  const length = shape[shape.length - 1];
  const perEntry = util.sizeFromShape(shape.slice(1));
  const { from, to } = channels ?? { from: 0, to: length };
  return { start: entries.from * perEntry, end: entries.to * perEntry, length, width: to - from, first: from };
}
