import type { Layout, PixelImage } from '@cropgrad/arrays';

/** Bytes that differ from pixel to pixel and from channel to channel, always the same. */
export function photo(width: number, height: number, channels: number): PixelImage & { data: Uint8Array };
export function photo(width: number, height: number, channels: number, layout: Layout): Uint8Array;
export function photo(width: number, height: number, channels: number, layout?: Layout): unknown {
  const data = Uint8Array.from({ length: width * height * channels }, (_, i) => {
    const pixel = layout === 'NCHW' ? i % (width * height) : Math.floor(i / channels);
    const channel = layout === 'NCHW' ? Math.floor(i / (width * height)) : i % channels;
    return (pixel * 37 + channel * 101 + ((pixel * pixel) >> 3)) % 256;
  });
  return layout ? data : { data, width, height, channels };
}
