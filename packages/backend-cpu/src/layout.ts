import type { DataFormat } from '@cropgrad/core';

/** The values of an image as tfjs keeps them: float32, int32, or bool in a Uint8Array. All are read as the numbers they are. */
export type ImageArray = Float32Array | Int32Array | Uint8Array;

/** Where each element of a batch of images or volumes is: the lengths of its axes, and how far apart their entries. */
export interface Layout {
  batch: number;
  channels: number;
  /** 1 for images. */
  depth: number;
  height: number;
  width: number;
  batchStride: number;
  channelStride: number;
  zStride: number;
  yStride: number;
  xStride: number;
}

/** Reads a shape of rank 4 or 5: [N,H,W,C] or [N,D,H,W,C], or with channels second for NCHW. */
export function layoutOf(shape: readonly number[], dataFormat: DataFormat): Layout {
  const rank = shape.length;
  const channelsLast = dataFormat === 'NHWC';
  const channels = shape[channelsLast ? rank - 1 : 1];
  const xAxis = channelsLast ? rank - 2 : rank - 1;
  const width = shape[xAxis];
  const height = shape[xAxis - 1];
  const depth = rank === 5 ? shape[xAxis - 2] : 1;
  const xStride = channelsLast ? channels : 1;
  const yStride = width * xStride;
  const zStride = height * yStride;
  return {
    batch: shape[0],
    channels,
    depth,
    height,
    width,
    batchStride: channels * depth * height * width,
    channelStride: channelsLast ? 1 : depth * height * width,
    zStride,
    yStride,
    xStride,
  };
}

/** How many values there are. */
export function sizeOf({ batch, batchStride }: Layout): number {
  return batch * batchStride;
}

/** Whether the three channels of a pixel lie next to each other, as in most photos: they have loops of their own. */
export function hasRgbPixels({ xStride }: Layout): boolean {
  return xStride === 3;
}

/** The shape of the crops of an image, given the output's spatial shape. */
export function cropsShape(
  imageShape: readonly number[],
  crops: number,
  size: readonly number[],
  dataFormat: DataFormat,
): number[] {
  const { channels } = layoutOf(imageShape, dataFormat);
  return dataFormat === 'NHWC' ? [crops, ...size, channels] : [crops, channels, ...size];
}
