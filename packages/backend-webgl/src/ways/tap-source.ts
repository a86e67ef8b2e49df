import { axisFunctions } from '../axis/axis-functions.js';
import { overAxes } from '../axis/axis-name.js';
import { SAMPLING_MODES } from '../axis/modes.js';
import { derivedTaps, pixelIndex, tapPixelSource, tapsSource } from '../axis/taps-source.js';
import { GLSL_HEADER, intTextureReader, textureReader, uniformsSource } from '../device/gl-source.js';
import type { Numbers } from '../device/numbers.js';
import { IMAGE_OF_CROP } from '../ops/image-of-crop.js';
import { coordinatesSource } from '../points/coordinates-source.js';
import { POINT_FUNCTIONS } from '../points/point-functions.js';
import { locateSource } from '../points/point-source.js';
import { pointTensor } from '../points/points.js';
import { alongTangent, TAP_FACTOR, tangentSource } from '../points/tangent-source.js';
import type { SampleVariant } from '../variant.js';

/**
 * The beginning of a shader that looks at single taps, of which point p has those from p·taps^dimensions on:
 * `findTap(at, tap)` says whether tap number `at` reads a pixel, with a weight that is not 0, and if so which.
 */
export function tapShaderHead(variant: SampleVariant, numbers: Numbers, lists: readonly string[] = []): string {
  const { points, dimensions, mode, moves } = variant;
  const { taps } = SAMPLING_MODES[mode];
  const stillWeight = `float weight = ${overAxes(dimensions, (axis) => `tapWeight(t${axis}, f${axis})`, ' * ')};`;
  const movedWeight = `
      ${tangentSource(dimensions)}
      ${overAxes(dimensions, (axis) => derivedTaps(axis, 1))}
      float weight = ${alongTangent(dimensions, TAP_FACTOR)};`;
  return `${GLSL_HEADER}
    ${uniformsSource(numbers)}
    ${['dy', pointTensor(points), ...(moves ? ['tangent'] : []), 'imageIndex'].map(textureReader).join('')}
    ${lists.map(intTextureReader).join('')}
    ${POINT_FUNCTIONS}
    ${axisFunctions(variant)}

    // A pixel of an image, its weight, and where the output's channels begin in dy.
    struct Tap { int image; int pixel; float weight; int dy0; };

    bool findTap(int at, out Tap tap) {
      int point = at / ${taps ** dimensions};
      int rest0 = at - point * ${taps ** dimensions};
      ${locateSource(dimensions)}
      ${coordinatesSource(variant)}
      if (!valid) { return false; }
      ${tapsSource(dimensions)}
      ${overAxes(
        dimensions,
        (axis, a) => `
      int rest${a + 1} = rest${a} / ${taps};
      float t${axis} = float(rest${a} - rest${a + 1} * ${taps});
      float pixel${axis} = ${tapPixelSource(axis, `t${axis}`)};
      if (!(pixel${axis} >= 0.0 && pixel${axis} < size${axis})) { return false; }`,
      )}
      ${moves ? movedWeight : stillWeight}
      ${IMAGE_OF_CROP}
      int dy0 = n * cropStride + (point - n * perCrop) * pointStride;
      tap = Tap(imageOfCrop, ${pixelIndex(dimensions, (axis) => `pixel${axis}`)}, weight, dy0);
      return weight < 0.0 || weight > 0.0;
    }
    `;
}
