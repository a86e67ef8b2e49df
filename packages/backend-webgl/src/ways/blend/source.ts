import { axisFunctions } from '../../axis/axis-functions.js';
import { overAxes } from '../../axis/axis-name.js';
import { SAMPLING_MODES } from '../../axis/modes.js';
import { pixelIndex, tapPixelSource, tapsSource } from '../../axis/taps-source.js';
import { reader } from '../../device/kernel-source.js';
import type { Numbers } from '../../device/numbers.js';
import { IMAGE_OF_CROP } from '../../ops/image-of-crop.js';
import { POINT_FUNCTIONS } from '../../points/point-functions.js';
import { coordinatesSource, locateSource } from '../../points/point-source.js';
import type { SampleVariant } from '../../variant.js';
import { DIGIT_FUNCTIONS } from './digits.js';

const HEADER = `#version 300 es
  precision highp float;
  precision highp int;
  precision highp sampler2D;`;

/** Draws what the vertices say. */
export const SHARE_FRAGMENT: string = `${HEADER}
  flat in vec4 share;
  out vec4 color;
  void main() { color = share; }`;

/**
 * A vertex for each tap of each point in each channel, which draws one texel: the element of the image that it reads. In the
 * first pass (\`drawsExtent\`) it draws how large its term is, in the second the term's digits.
 */
export function tapVertex(variant: SampleVariant, numbers: Numbers): string {
  const { points, dimensions, mode, paddingMode } = variant;
  const { taps } = SAMPLING_MODES[mode];
  const tensors = ['dy', points, 'imageIndex'];
  return `${HEADER}
    ${Object.keys(numbers.ints).map((name) => `uniform int ${name};`).join(' ')}
    ${Object.keys(numbers.floats).map((name) => `uniform float ${name};`).join(' ')}
    uniform int bandStart, bandLength, columns, rows, most, startTap, drawsExtent;
    uniform sampler2D extents;
    flat out vec4 share;
    ${tensors.map(readerSource).join('')}
    ${POINT_FUNCTIONS}
    ${axisFunctions(mode, paddingMode)}
    ${DIGIT_FUNCTIONS}

    // The element that this vertex adds to in the current band, or -1, and the term.
    int elementOf(int tap, int channel, out float term) {
      int point = tap / ${taps ** dimensions};
      int rest0 = tap - point * ${taps ** dimensions};
      ${locateSource(dimensions)}
      ${coordinatesSource(points, dimensions)}
      if (!valid) { return -1; }
      ${tapsSource(dimensions)}
      ${overAxes(
        dimensions,
        (axis, a) => `
      int rest${a + 1} = rest${a} / ${taps};
      float t${axis} = float(rest${a} - rest${a + 1} * ${taps});
      float pixel${axis} = ${tapPixelSource(axis, `t${axis}`)};
      if (!(pixel${axis} >= 0.0 && pixel${axis} < size${axis})) { return -1; }`,
      )}
      float weight = ${overAxes(dimensions, (axis) => `tapWeight(t${axis}, f${axis})`, ' * ')};
      if (!(weight < 0.0 || weight > 0.0)) { return -1; }
      term = weight * getDy(n * cropStride + (point - n * perCrop) * pointStride + channel * cropChannelStride);
      ${IMAGE_OF_CROP}
      int pixel0 = image0 + ${pixelIndex(dimensions, (axis) => `pixel${axis}`)} * pixelStride;
      int element = pixel0 + channel * channelStride - bandStart;
      return element < bandLength ? element : -1;
    }

    void main() {
      int tap = gl_VertexID / channels;
      int channel = gl_VertexID - tap * channels;
      float term = 0.0;
      int element = elementOf(startTap + tap, channel, term);
      int row = element / columns;
      int column = element - row * columns;
      share = vec4(0.0);
      gl_PointSize = 1.0;
      gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
      if (element < 0) { return; }
      if (drawsExtent == 1) {
        share = extentOf(term);
      } else {
        vec4 extent = texelFetch(extents, ivec2(column, row), 0);
        if (extent.g + extent.b > 0.0) { return; }
        share = digitsOf(term, extent);
      }
      gl_Position = vec4(
        2.0 * (float(column) + 0.5) / float(columns) - 1.0,
        2.0 * (float(row) + 0.5) / float(rows) - 1.0,
        0.0, 1.0);
    }`;
}

/** A rectangle that covers the target. */
export const COVER_VERTEX: string = `${HEADER}
  void main() {
    gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
  }`;

/** Brings the digits of sums back into their places, so that more can be added. */
export const CARRY_FRAGMENT: string = `${HEADER}
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
export const NUMBER_FRAGMENT: string = `${HEADER}
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

/** The function that reads a tensor from a texture of one number per texel. */
function readerSource(tensor: string): string {
  return `
    uniform sampler2D ${tensor};
    float ${reader(tensor)}(int at) {
      int width = textureSize(${tensor}, 0).x;
      int row = at / width;
      return texelFetch(${tensor}, ivec2(at - row * width, row), 0).r;
    }`;
}
