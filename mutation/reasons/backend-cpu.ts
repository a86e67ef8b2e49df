import type { Reason } from '../survivors-page.js';

/** Why mutants of backend-cpu may live. */
export const backendCpu: readonly Reason[] = [
  {
    why: 'equal: one step too many writes behind the end of a typed array, or where nothing is read before it is written again',
    mutants: [
      ['affine-grid.ts', 'for (let n = 0; n < crops; n++) {', 'n < crops → n <= crops'],
      ['axis/compute-axis-taps.ts', 'for (let p = 0; p < points; p++) {', 'p < points → p <= points'],
      ['axis/mode.ts', 'for (let p = 0; p < points; p++) {', 'p < points → p <= points'],
      ['axis/mode.ts', 'for (let p = 0, k = 0; p < points; p++, k += 2) {', 'p < points → p <= points'],
      ['for-each-row.ts', 'for (let n = 0; n < batch; n++) {', 'n < batch → n <= batch'],
      [
        'points/affine-points.ts',
        'for (let p = 0; p < x.length; p++) x[p] = per * (p + offset) + from;',
        'p < x.length → p <= x.length',
      ],
      ['points/base-axes.ts', 'for (let j = 0; j < length; j++) {', 'j < length → j <= length'],
      [
        'points/grid-points.ts',
        'for (let j = 0, at = from; j < x.length; j++, at += step) x[j] = (grid[at] + 1) * scale - shift;',
        'j < x.length → j <= x.length',
      ],
      [
        'points/theta-axes.ts',
        'for (let axis = 0; axis < dimensions; axis++) {',
        'axis < dimensions → axis <= dimensions',
      ],
      ['ways/blended-rows/plan.ts', 'for (let k = 0; k < index.length; k++) {', 'k < index.length → k <= index.length'],
      [
        'ways/blended-rows/plan.ts',
        'for (let k = 0; k < index.length; k++) offset[k] = index[k] < 0 ? blend.length : place[index[k]] * inner;',
        'k < index.length → k <= index.length',
      ],
      ['ways/blended-rows/plan.ts', 'for (let e = 0; e < n; e++) {', 'e < n → e <= n'],
      [
        'ways/blended-rows/scatter.ts',
        'for (let j = 0; j < taps.count; j++, at += inner) {',
        'j < taps.count → j <= taps.count',
      ],
      [
        'ways/blended-rows/slope.ts',
        'for (let j = 0; j < taps.count; j++, at += inner) {',
        'j < taps.count → j <= taps.count',
      ],
      ['ways/columns/plan.ts', 'for (let p = 1; p < count; p++) part[2 * p + 1] = part[1];', 'p < count → p <= count'],
    ],
  },
  {
    why: 'equal, only slower: points or crops go the general way, which ways.test holds equal',
    mutants: [
      [
        'points/affine-points.ts',
        'if (!finite || !isAxisAligned(theta, n * entries, dimensions)) return undefined;',
        '!finite || !isAxisAligned(theta, n * entries, dimensions) → true',
      ],
      ['ways/columns/plan.ts', 'if (px > 0 && px < last) {', 'px > 0 && px < last → false'],
      ['ways/columns/plan.ts', 'const taken = py > 0 && py < axis.size - 1;', 'py > 0 && py < axis.size - 1 → false'],
      [
        'points/theta-axes.ts',
        'export function isAxisAligned(theta: Float32Array, at: number, dimensions: number): boolean {',
      ],
      ['points/theta-axes.ts', 'for (let row = 0; row < dimensions; row++) {', 'row < dimensions → row <= dimensions'],
      ['points/theta-axes.ts', 'for (let k = 0; k < dimensions; k++) {', 'k < dimensions → k <= dimensions'],
      [
        'points/theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'row !== k && theta[at + row * (dimensions + 1) + k] !== 0 → true',
      ],
      [
        'points/theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'row !== k && theta[at + row * (dimensions + 1) + k] !== 0 → row !== k || theta[at + row * (dimensions + 1) + k] !== 0',
      ],
      [
        'points/theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'row !== k → true',
      ],
      [
        'points/theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'theta[at + row * (dimensions + 1) + k] !== 0 → true',
      ],
      [
        'points/theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'row * (dimensions + 1) → row / (dimensions + 1)',
      ],
      ['points/theta-axes.ts', 'return true;'],
    ],
  },
  {
    why: 'equal, only slower: blending rows pays or does not, and both ways give the same where it is tried',
    mutants: [['ways/blended-rows/way.ts', "if (loop === 'slope' && call.mode.linear) return undefined;"]],
  },
  {
    why: 'equal, only slower: the loop for any number does the same, in the same order',
    mutants: [
      ['ways/blended-rows/gather.ts', 'if (count === 2) {'],
      ['ways/blended-rows/plan.ts', 'for (; r + 4 <= rows; r += 4) {'],
      ['layout.ts', 'export function hasRgbPixels({ xStride }: Layout): boolean {'],
      ['layout.ts', 'return xStride === 3;', 'xStride === 3 → false'],
      ['ways/cells/scatter.ts', 'if (w11 !== 0) {'],
    ],
  },
  {
    why: 'equal but for rounding, only slower: every loop can add to arrays of either kind',
    mutants: [
      [
        'ways/columns/way.ts',
        'if (rgb && values instanceof Float32Array) scatterRgbColumns(cells, { values, at, layout }, dy);',
      ],
      ['ways/cells/scatter.ts', 'if (values instanceof Float64Array) {'],
    ],
  },
  {
    why: 'equal, only slower: under other paddings no point has taps inside and outside',
    mutants: [
      ['axis/axis.ts', 'fillsNonFinite: padding.readsFill && !Number.isFinite(fillValue),', 'padding.readsFill → true'],
    ],
  },
  {
    why: 'equal: it sets a part of the result to itself',
    mutants: [
      [
        'sum-per-image.ts',
        'if (sum instanceof Float64Array) dimage.set(sum, n * batchStride);',
        'sum instanceof Float64Array → true',
      ],
    ],
  },
  {
    why: 'acceptable: no coordinate is known to weigh exactly as much as the limit',
    mutants: [
      [
        'axis/compute-axis-taps.ts',
        'if (axis.fillsNonFinite && size <= COORDINATE_ROUNDING * (Math.abs(x) + axis.size) + error) return;',
        'size <= COORDINATE_ROUNDING * (Math.abs(x) + axis.size) + error → size < COORDINATE_ROUNDING * (Math.abs(x) + axis.size) + error',
      ],
    ],
  },
  {
    why: 'equal, only slower: pixels at hand are read again',
    mutants: [
      ['ways/columns/gather.ts', 'if (column !== left) {', 'column !== left → true'],
      ['ways/columns/gather.ts', 'if (column === left + 3) {', 'column === left + 3 → false'],
      ['ways/columns/gather.ts', 'if (column === left + 3) {', 'left + 3 → left - 3'],
      ['ways/columns/slope.ts', 'if (column !== left) {', 'column !== left → true'],
      ['ways/columns/slope.ts', 'if (column === left + 3) {', 'column === left + 3 → false'],
      ['ways/columns/slope.ts', 'if (column === left + 3) {', 'left + 3 → left - 3'],
      ['ways/columns/plan.ts', 'const flipped = lines.x[0] > lines.x[width - 1];'],
    ],
  },
  {
    why: 'equal but for rounding, only slower: what columns send to a pixel is added in more parts',
    mutants: [
      ['ways/columns/scatter.ts', 'if (column !== left) {', 'column !== left → true'],
      ['ways/columns/scatter.ts', 'if (column !== left + 3) {', 'column !== left + 3 → true'],
      ['ways/columns/scatter.ts', 'if (column !== left + 3) {', 'left + 3 → left - 3'],
    ],
  },
  {
    why: 'equal, only slower: it adds sums that are still 0, to some pixel or to none',
    mutants: [
      ['ways/columns/scatter.ts', 'let left = -6;', '-6 → +6'],
      ['ways/columns/scatter.ts', 'if (left >= 0) {', 'left >= 0 → true'],
      ['ways/columns/scatter.ts', 'if (left < 0) return;', 'left < 0 → false'],
    ],
  },
  {
    why: 'equal: both sides say the same at the boundary itself',
    mutants: [
      [
        'axis/axis-formulas.ts',
        'return low + (phase < span ? phase : 2 * span - phase);',
        'phase < span → phase <= span',
      ],
      [
        'axis/axis-formulas.ts',
        'return d <= 1 ? (1 - d) * (1 + d - 1.25 * d * d) : -0.75 * (d - 1) * (2 - d) * (2 - d);',
      ],
      ['axis/axis-formulas.ts', 'return d <= 1 ? (3.75 * d - 4.5) * d : (2 - d) * (2.25 * d - 3);'],
      ['ways/blended-rows/plan.ts', 'if (i < first) first = i;'],
      ['ways/blended-rows/plan.ts', 'if (i > last) last = i;'],
    ],
  },
  {
    why: 'equal on the cpu: there the coordinate is clipped next, which makes the slope 0',
    mutants: [
      ['axis/axis-formulas.ts', 'if (span <= 0) return 0;'],
      ['axis/axis-formulas.ts', 'const wayBack = reflectionPhase(x, low, span) < span ? 1 : -1;'],
      ['axis/axis-formulas.ts', 'return x < low ? -wayBack : wayBack;'],
    ],
  },
  {
    why: 'equal: a tap of index -1 is left out, whatever it weighs',
    mutants: [['axis/compute-axis-taps.ts', 'slope.fill(0, p * count, (p + 1) * count);']],
  },
  {
    why: 'equal, but for memory: more room than needed',
    mutants: [['ways/blended-rows/plan.ts', 'const room = (Math.min(image.width, (GAP + 1) * read) + 1) * inner;']],
  },
  {
    why: 'equal: in 2-D nothing reads what is computed for z',
    mutants: [
      ['points/affine-points.ts', 'if (dimensions === 3) readAlong(row.z, axes[2], row);'],
      ['points/grid-points.ts', 'if (dimensions === 3) unnormalise(row.z, grid, at + 2, dimensions, z.scale, shift);'],
      [
        'ways/blended-rows/slope.ts',
        'if (dimensions === 3) blendRows(blendedSlopeZ, blend, blend.rowSlopeZ, image, plane);',
      ],
      ['ways/blended-rows/slope.ts', 'if (dimensions === 3) dotZ += dy[at + c] * blendedSlopeZ[pixel + c];'],
      ['points/theta-gradient.ts', 'if (dimensions === 2) continue;'],
      ['points/theta-gradient.ts', 'if (dimensions === 3) addThetaAxis(sums, 2, dimensions, gz, gzu, v, w);'],
    ],
  },
  {
    why: 'acceptable: in 2-D it adds 0 along z, which only an infinite or NaN pixel, dy or theta could tell from nothing',
    mutants: [
      ['affine-grid.ts', 'const z = dimensions === 3 ? theta[row + 2] * w[k] : 0;', 'dimensions === 3 → true'],
      ['ways/blended-rows/slope.ts', 'if (dimensions === 3) gradient[j * dimensions + 2] += weight[k] * dotZ;'],
      ['points/theta-gradient.ts', 'if (dimensions === 3) sums[at + 2] += g * w;'],
    ],
  },
  {
    why: 'equal, only slower: 1 - (1 - 0) · (1 - 0) · (1 - 0) is 0 exactly',
    mutants: [
      ['ways/row-taps.ts', 'return ox === 0 && oy === 0 && oz === 0 ? 0 : 1 - (1 - ox) * (1 - oy) * (1 - oz);'],
    ],
  },
  {
    why: 'acceptable: it adds a fill of 0, which only an infinite dy could tell from nothing',
    mutants: [['ways/row-taps.ts', 'if (fillValue === 0) return;']],
  },
  {
    why: 'equal, only slower: it adds a fill of 0',
    mutants: [['ways/blended-rows/gather.ts', 'if (fillValue === 0) return;']],
  },
  {
    why: 'equal, only slower: it fills zeros with 0',
    mutants: [['forward.ts', 'if (fillValue !== 0) crop.values.fill(fillValue);', 'fillValue !== 0 → true']],
  },
  {
    why: 'equal, only slower: taps that are all outside give what is there without them',
    mutants: [['ways/columns/plan.ts', '} else if (hasLinearTap(px, x)) {', 'hasLinearTap(px, x) → true']],
  },
  {
    why: 'equal, only slower: each axis asks again',
    mutants: [['ways/row-taps.ts', 'if (sx === 0 && sy === 0 && sz === 0) continue;']],
  },
];
