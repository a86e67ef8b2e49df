import type { Layout } from './options.js';

/** Where the pixels and channels of a list of images, or of crops, lie. */
export interface Strides {
  image: number;
  pixel: number;
  channel: number;
}

/** Those of images of so many pixels and channels. */
export function stridesOf(layout: Layout, pixels: number, channels: number): Strides {
  const last = layout === 'NHWC';
  return { image: pixels * channels, pixel: last ? channels : 1, channel: last ? 1 : pixels };
}
