import { type AxisName, axisNames, vectorType } from '../../axis/axis-name.js';
import { FILTERED_PADDINGS } from '../../axis/paddings.js';
import type { Kernel } from '../../device/kernel.js';
import { POINTS } from '../../points/points.js';
import { imageArrays, keyOf, type Variant } from '../../sampling.js';
import { filteredAxes, filteredFunctions, filteredLoop, pixelOfLoops } from './outputs.js';

/**
 * dy, image, points → per point the gradient by its normalised coordinates, x first, and then that by its footprints: a thread
 * per point.
 */
export function slopeFilteredKernel(variant: Variant): Kernel {
  const { points, dimensions, paddingMode } = variant;
  const axes = axisNames(dimensions);
  return {
    key: keyOf('slopeFiltered', variant),
    arrays: ['dy', 'image', POINTS[points].array, ...imageArrays(variant)],
    functions: () => [...filteredFunctions(variant, 1), sumsSource(dimensions)],
    body: () => `
  let crop = index / uniforms.outputs;
  let at = index - crop * uniforms.outputs;
  let point = pointAt(crop, at);
  var sums = Sums();
  if (point.isRead) {
    ${filteredAxes(dimensions)}
    if (isRead) {
      ${loopsSource(dimensions)}
      ${FILTERED_PADDINGS[paddingMode].readsFill ? outsideSource(dimensions) : ''}
    }
  }
  ${axes
    .flatMap((axis, a) => [
      `setOutputAtIndex(index * ${2 * dimensions} + ${a}, sums.gradient.${axis});`,
      `setOutputAtIndex(index * ${2 * dimensions} + ${dimensions + a}, sums.stretch.${axis});`,
    ])
    .join('\n  ')}`,
  };
}

/**
 * Sums of products of one factor per axis: a tap is its weight, its derivative by the coordinate and that by the footprint.
 * `plus(sums, inner, tap, axis)` adds a tap of an axis, which is a unit vector, times what the axes inside of it sum to. A factor
 * of 0 counts for nothing, whatever it is multiplied with.
 */
function sumsSource(dimensions: number): string {
  const Vector = vectorType(dimensions, 'f32');
  return `
struct Sums { value : f32, gradient : ${Vector}, stretch : ${Vector} }

fn times(factor : f32, x : f32) -> f32 {
  return select(factor * x, 0.0, factor == 0.0);
}

fn scaled(factor : f32, x : ${Vector}) -> ${Vector} {
  return select(factor * x, ${Vector}(0.0), factor == 0.0);
}

fn along(axis : ${Vector}, x : f32) -> ${Vector} {
  return select(${Vector}(0.0), ${Vector}(x), axis > ${Vector}(0.0));
}

fn plus(sums : Sums, inner : Sums, tap : vec3<f32>, axis : ${Vector}) -> Sums {
  return Sums(
    sums.value + times(tap.x, inner.value),
    sums.gradient + scaled(tap.x, inner.gradient) + along(axis, times(tap.y, inner.value)),
    sums.stretch + scaled(tap.x, inner.stretch) + along(axis, times(tap.z, inner.value)));
}`;
}

/** Rows of taps, then planes of rows. */
function loopsSource(dimensions: number): string {
  const axes = axisNames(dimensions);
  const unit = (axis: AxisName): string =>
    `${vectorType(dimensions, 'f32')}(${axes.map((other) => (other === axis ? '1.0' : '0.0')).join(', ')})`;
  const dot = `if (any(wx != vec3<f32>(0.0))) {
        let pixel = ${pixelOfLoops(dimensions)};
        var dot = 0.0;
        for (var channel = 0; channel < uniforms.channels; channel++) {
          dot += f32(dy[outputIndex(crop, at, channel)]) * f32(image[pixelIndex(crop, pixel, channel)]);
        }
        sumsx = plus(sumsx, Sums(dot, ${vectorType(dimensions, 'f32')}(), ${vectorType(dimensions, 'f32')}()), wx, ${unit('x')});
      }`;
  return axes.reduce((inner, axis, a) => {
    const to = a === dimensions - 1 ? 'sums' : `sums${axis}`;
    if (axis === 'x') return filteredLoop('x', 'tapOf', inner);
    const body = `var sums${axes[a - 1]} = Sums();
      ${inner}
      ${to} = plus(${to}, sums${axes[a - 1]}, w${axis}, ${unit(axis)});`;
    return filteredLoop(axis, 'tapOf', body);
  }, dot);
}

/** What fillValue has of the gradient, by its weight, which is 1 less the product of what is inside on each axis. */
function outsideSource(dimensions: number): string {
  const Vector = vectorType(dimensions, 'f32');
  const axes = axisNames(dimensions);
  const shares = (slope: (axis: AxisName) => string): string => {
    const products = axes.map((along) =>
      axes.map((axis) => (axis === along ? slope(axis) : `${axis}.inside`)).join(' * '),
    );
    return `-${Vector}(${products.join(', ')})`;
  };
  return `let outside = ${shares((axis) => `${axis}.scale * ${axis}.insideSlope`)};
      let outsideStretch = ${shares((axis) => `${axis}.insideStretch`)};
      if (any(outside != ${Vector}(0.0)) || any(outsideStretch != ${Vector}(0.0))) {
        var dot = 0.0;
        for (var channel = 0; channel < uniforms.channels; channel++) {
          dot += f32(dy[outputIndex(crop, at, channel)]);
        }
        let fill = uniforms.fillValue * dot;
        sums.gradient += select(outside * fill, ${Vector}(0.0), outside == ${Vector}(0.0));
        sums.stretch += select(outsideStretch * fill, ${Vector}(0.0), outsideStretch == ${Vector}(0.0));
      }`;
}
