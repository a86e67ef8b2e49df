import { GLSL_HEADER } from '../../device/gl-source.js';
import type { Numbers } from '../../device/numbers.js';
import type { SampleVariant } from '../../variant.js';
import { tapShaderHead } from '../tap-source.js';
import { DIGIT_FUNCTIONS } from './digits.js';

/** The targets of digits: the first four, and the other four. */
const DIGIT_OUTPUTS = `
  layout(location = 0) out vec4 high;
  layout(location = 1) out vec4 low;`;

/** Reads the digits of a sum into `digits`. */
const READ_DIGITS = `
    vec4 high4 = texelFetch(highSums, place, 0);
    vec4 low4 = texelFetch(lowSums, place, 0);
    float digits[8] = float[8](high4.r, high4.g, high4.b, high4.a, low4.r, low4.g, low4.b, low4.a);`;

/** Draws what the vertices say. */
export const TAP_FRAGMENT: string = `${GLSL_HEADER}
  flat in vec4 highShare;
  flat in vec4 lowShare;
  ${DIGIT_OUTPUTS}
  void main() {
    high = highShare;
    low = lowShare;
  }`;

/**
 * A vertex for each tap of each point in each channel, which draws one texel: the element of the image that it reads. In the
 * first pass (`drawsExtent`) it draws how large its term is, in the second the term's digits.
 */
export function tapVertex(variant: SampleVariant, numbers: Numbers): string {
  return `${tapShaderHead(variant, numbers)}
    uniform int bandStart, bandLength, columns, rows, most, startTap, drawsExtent;
    uniform sampler2D extents;
    flat out vec4 highShare;
    flat out vec4 lowShare;
    ${DIGIT_FUNCTIONS}

    void main() {
      highShare = vec4(0.0);
      lowShare = vec4(0.0);
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
        highShare = extentOf(term);
      } else {
        vec4 extent = texelFetch(extents, ivec2(column, row), 0);
        if (extent.g + extent.b > 0.0) { return; }
        float digits[8];
        digitsOf(term, extent, digits);
        highShare = vec4(digits[0], digits[1], digits[2], digits[3]);
        lowShare = vec4(digits[4], digits[5], digits[6], digits[7]);
      }
      vec2 place = (vec2(column, row) + 0.5) / vec2(columns, rows);
      gl_Position = vec4(2.0 * place - 1.0, 0.0, 1.0);
    }`;
}

/** Brings the digits of sums back into their places, so that more can be added. */
export const CARRY_FRAGMENT: string = `${GLSL_HEADER}
  uniform int most;
  uniform sampler2D extents;
  uniform sampler2D highSums;
  uniform sampler2D lowSums;
  ${DIGIT_OUTPUTS}
  ${DIGIT_FUNCTIONS}
  void main() {
    ivec2 place = ivec2(gl_FragCoord.xy);
    ${READ_DIGITS}
    carry(digits, texelFetch(extents, place, 0));
    high = vec4(digits[0], digits[1], digits[2], digits[3]);
    low = vec4(digits[4], digits[5], digits[6], digits[7]);
  }`;

/** Writes a band of sums as numbers into the texture of a tensor. */
export const NUMBER_FRAGMENT: string = `${GLSL_HEADER}
  uniform int most;
  uniform int bandStart;
  uniform int bandLength;
  uniform int columns;
  uniform int resultColumns;
  uniform sampler2D extents;
  uniform sampler2D highSums;
  uniform sampler2D lowSums;
  out vec4 color;
  ${DIGIT_FUNCTIONS}
  void main() {
    int element = int(gl_FragCoord.y) * resultColumns + int(gl_FragCoord.x) - bandStart;
    if (element < 0 || element >= bandLength) { discard; }
    ivec2 place = ivec2(element % columns, element / columns);
    ${READ_DIGITS}
    color = vec4(numberOf(digits, texelFetch(extents, place, 0)), 0.0, 0.0, 1.0);
  }`;
