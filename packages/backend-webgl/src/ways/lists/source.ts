import { LONG_SUM } from '../../device/long-sum.js';
import type { Numbers } from '../../device/numbers.js';
import type { SampleVariant } from '../../variant.js';
import { tapShaderHead } from '../tap-source.js';

/** Writes down which pixel of all images each tap reads, or -1: four taps per texel. */
export function tapPixelsFragment(variant: SampleVariant, numbers: Numbers): string {
  return `${tapShaderHead(variant, numbers)}
    uniform int columns, tapCount, pixelsPerImage;
    out ivec4 found;

    void main() {
      int first = (int(gl_FragCoord.y) * columns + int(gl_FragCoord.x)) * 4;
      ivec4 pixels = ivec4(-1);
      for (int i = 0; i < 4; i++) {
        Tap tap;
        if (first + i < tapCount && findTap(first + i, tap)) { pixels[i] = tap.image * pixelsPerImage + tap.pixel; }
      }
      found = pixels;
    }`;
}

/** Adds up the terms of the taps that are listed for each pixel: those of pixel p are `listed[starts[p]]` up to `starts[p + 1]`. */
export function listedGradientFragment(variant: SampleVariant, numbers: Numbers): string {
  return `${tapShaderHead(variant, numbers, ['starts', 'listed'])}
    uniform int resultColumns, resultLength, pixelsPerImage;
    out vec4 color;

    void main() {
      color = vec4(0.0);
      int element = int(gl_FragCoord.y) * resultColumns + int(gl_FragCoord.x);
      if (element >= resultLength) { return; }
      int image = element / imageStride;
      int rest = element - image * imageStride;
      int major = rest / imageInnerStride;
      int minor = rest - major * imageInnerStride;
      int channel = channelsLast == 1 ? minor : major;
      int pixel = image * pixelsPerImage + (channelsLast == 1 ? major : minor);
      int end = getStarts(pixel + 1);
      ${LONG_SUM.start}
      for (int entry = getStarts(pixel); entry < end; entry++) {
        Tap tap;
        if (findTap(getListed(entry), tap)) {
          ${LONG_SUM.add('tap.weight * getDy(tap.dy0 + channel * cropChannelStride)')}
        }
      }
      color.r = sum;
    }`;
}
