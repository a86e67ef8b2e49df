import { GLSL_HEADER } from '../../device/gl-source.js';
import type { Numbers } from '../../device/numbers.js';
import type { SampleVariant } from '../../variant.js';
import { tapShaderHead } from '../tap-source.js';
import { DIGIT_FUNCTIONS } from './digits.js';

/** Draws what the vertices say. */
export const SHARE_FRAGMENT: string = `${GLSL_HEADER}
  flat in vec4 share;
  out vec4 color;
  void main() { color = share; }`;

/**
 * A vertex for each tap of each point in each channel, which draws one texel: the element of the image that it reads. In the
 * first pass (`drawsExtent`) it draws how large its term is, in the second the term's digits.
 */
export function tapVertex(variant: SampleVariant, numbers: Numbers): string {
  return `${tapShaderHead(variant, numbers)}
    uniform int bandStart, bandLength, columns, rows, most, startTap, drawsExtent;
    uniform sampler2D extents;
    flat out vec4 share;
    ${DIGIT_FUNCTIONS}

    void main() {
      share = vec4(0.0);
      gl_PointSize = 1.0;
      // Beside the target.
      gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
      int at = gl_VertexID / channels;
      int channel = gl_VertexID - at * channels;
      Tap tap;
      if (!findTap(startTap + at, tap)) { return; }
      int element = tap.image * imageStride + tap.pixel * pixelStride + channel * channelStride - bandStart;
      if (element < 0 || element >= bandLength) { return; }
      int row = element / columns;
      int column = element - row * columns;
      float term = tap.weight * getDy(tap.dy0 + channel * cropChannelStride);
      if (drawsExtent == 1) {
        share = extentOf(term);
      } else {
        vec4 extent = texelFetch(extents, ivec2(column, row), 0);
        if (extent.g + extent.b > 0.0) { return; }
        share = digitsOf(term, extent);
      }
      vec2 place = (vec2(column, row) + 0.5) / vec2(columns, rows);
      gl_Position = vec4(2.0 * place - 1.0, 0.0, 1.0);
    }`;
}

/** Brings the digits of sums back into their places, so that more can be added. */
export const CARRY_FRAGMENT: string = `${GLSL_HEADER}
  uniform int most;
  uniform sampler2D extents;
  uniform sampler2D sums;
  out vec4 color;
  ${DIGIT_FUNCTIONS}
  void main() {
    ivec2 place = ivec2(gl_FragCoord.xy);
    color = carried(texelFetch(sums, place, 0), texelFetch(extents, place, 0));
  }`;

/** Writes a band of sums as numbers into the texture of a tensor. */
export const NUMBER_FRAGMENT: string = `${GLSL_HEADER}
  uniform int most;
  uniform int bandStart;
  uniform int bandLength;
  uniform int columns;
  uniform int resultColumns;
  uniform sampler2D extents;
  uniform sampler2D sums;
  out vec4 color;
  ${DIGIT_FUNCTIONS}
  void main() {
    int element = int(gl_FragCoord.y) * resultColumns + int(gl_FragCoord.x) - bandStart;
    if (element < 0 || element >= bandLength) { discard; }
    ivec2 place = ivec2(element % columns, element / columns);
    color = vec4(numberOf(texelFetch(sums, place, 0), texelFetch(extents, place, 0)), 0.0, 0.0, 1.0);
  }`;
