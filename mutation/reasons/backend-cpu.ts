import type { Reason } from '../survivors-page.js';

/** Why mutants of backend-cpu may live. */
export const backendCpu: readonly Reason[] = [
  {
    why: 'equal: one step too many writes behind the end of a typed array, or where nothing is read before it is written again',
    mutants: [
      ['affine-grid.ts', 'for (let n = 0; n < crops; n++) {', 'n < crops → n <= crops'],
      ['affine-rows.ts', 'for (let n = 0; n < crop.batch; n++) {', 'n < crop.batch → n <= crop.batch'],
      [
        'affine-rows.ts',
        'for (let p = 0; p < points; p++) x[p] = per * (p + offset) + base;',
        'p < points → p <= points',
      ],
      [
        'affine-rows.ts',
        'for (let j = 0; j < x.length; j++) x[j] = perX * (j + offset) + start;',
        'j < x.length → j <= x.length',
      ],
      ['axis-taps.ts', 'for (let p = 0; p < points; p++) {', 'p < points → p <= points'],
      [
        'box-cells.ts',
        'for (let p = 0; p < columnsInside; p++) cells.part[2 * p + 1] = y - y0;',
        'p < columnsInside → p <= columnsInside',
      ],
      [
        'grid-sample.ts',
        'for (let j = 0, at = gridAt; j < x.length; j++, at += dimensions) {',
        'j < x.length → j <= x.length',
      ],
      [
        'grid-sample.ts',
        'for (let j = 0, at = gridAt + 2; j < x.length; j++, at += dimensions) z[j] = (grid[at] + 1) * scaleZ - shift;',
        'j < x.length → j <= x.length',
      ],
      ['pad.ts', 'for (let p = 0; p < points; p++) {', 'p < points → p <= points'],
      ['row-blend.ts', 'for (let k = 0; k < taps; k++) {', 'k < taps → k <= taps'],
      [
        'row-blend.ts',
        'for (let k = 0; k < taps; k++) offset[k] = (x.index[k] < 0 ? blend.columns : x.index[k] - blend.first) * inner;',
        'k < taps → k <= taps',
      ],
      ['row-blend.ts', 'for (let e = 0; e < length; e++) {', 'e < length → e <= length'],
      ['scatter-blended-row.ts', 'for (let j = 0; j < width; j++, at += inner) {', 'j < width → j <= width'],
      ['slope-blended-row.ts', 'for (let j = 0; j < width; j++, at += inner) {', 'j < width → j <= width'],
      ['theta-axes.ts', 'for (let axis = 0; axis < dimensions; axis++) {', 'axis < dimensions → axis <= dimensions'],
      ['theta-axes.ts', 'for (let j = 0; j < length; j++) {', 'j < length → j <= length'],
      ['gather-cells.ts', 'for (let c = 0; c < channels; c++) {', 'c < channels → c <= channels'],
    ],
  },
  {
    why: 'equal, only slower: points or crops go the general way, which cells.test, box-row.test and blended-rows.test hold equal',
    mutants: [
      [
        'affine-rows.ts',
        'const aligned = finite && isAxisAligned(theta, at, dimensions);',
        'finite && isAxisAligned(theta, at, dimensions) → false',
      ],
      [
        'affine-rows.ts',
        'row.blend = aligned && !box && planBlend(blend, shared, width) ? blend : undefined;',
        'aligned && !box && planBlend(blend, shared, width) → false',
      ],
      [
        'affine-sample.ts',
        'if (blend) return gatherBlendedRow(crops, cropAt, to, image, imageAt, from, taps, blend, fillValue);',
      ],
      ['affine-sample.ts', 'if (blend) return scatterBlendedRow(dimage, imageAt, to, dy, cropAt, from, taps, blend);'],
      ['affine-sample.ts', 'if (blend) {'],
      ['box-cells.ts', 'if (x > 0 && x < last) {', 'x > 0 && x < last → false'],
      ['box-cells.ts', 'if (!(y > 0 && y < image.height - 1)) {', '!(y > 0 && y < image.height - 1) → true'],
      ['box-cells.ts', 'if (!(y > 0 && y < image.height - 1)) {', 'y > 0 && y < image.height - 1 → false'],
      ['grid-sample.ts', 'if (row.cells) takeCells(row.cells, row, image, width);', 'row.cells → false'],
      ['row-blend.ts', 'export function planBlend(blend: RowBlend, { x }: RowTaps, width: number): boolean {'],
      ['row-blend.ts', 'return true;'],
      [
        'theta-axes.ts',
        'export function isAxisAligned(theta: Float32Array, at: number, dimensions: number): boolean {',
      ],
      ['theta-axes.ts', 'for (let row = 0; row < dimensions; row++) {', 'row < dimensions → row <= dimensions'],
      ['theta-axes.ts', 'for (let k = 0; k < dimensions; k++) {', 'k < dimensions → k <= dimensions'],
      [
        'theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'row !== k && theta[at + row * (dimensions + 1) + k] !== 0 → true',
      ],
      [
        'theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'row !== k && theta[at + row * (dimensions + 1) + k] !== 0 → row !== k || theta[at + row * (dimensions + 1) + k] !== 0',
      ],
      [
        'theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'row !== k → true',
      ],
      [
        'theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'theta[at + row * (dimensions + 1) + k] !== 0 → true',
      ],
      [
        'theta-axes.ts',
        'if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;',
        'row * (dimensions + 1) → row / (dimensions + 1)',
      ],
      ['theta-axes.ts', 'return true;'],
    ],
  },
  {
    why: 'equal, only slower: blending rows pays or does not, and both ways give the same where it is tried',
    mutants: [
      [
        'row-blend.ts',
        'if (blend.columns > COLUMNS_PER_TAP * taps) return false;',
        'blend.columns > COLUMNS_PER_TAP * taps → true',
      ],
      [
        'row-blend.ts',
        'if (blend.columns > COLUMNS_PER_TAP * taps) return false;',
        'blend.columns > COLUMNS_PER_TAP * taps → blend.columns >= COLUMNS_PER_TAP * taps',
      ],
      [
        'row-blend.ts',
        'if (blend.columns > COLUMNS_PER_TAP * taps) return false;',
        'COLUMNS_PER_TAP * taps → COLUMNS_PER_TAP / taps',
      ],
    ],
  },
  {
    why: 'equal, only slower: the loop for any number does the same, in the same order',
    mutants: [
      ['gather-blended-row.ts', 'if (count === 2) {'],
      ['gather-cells.ts', 'if (channels === 3 && channelStride === 1) {'],
      ['row-blend.ts', 'if (rows === 4) {'],
      ['scatter-cells.ts', 'const rgb = channels === 3 && channelStride === 1;'],
      ['scatter-cells.ts', 'if (rgb && w11 !== 0) {', 'rgb && w11 !== 0 → false'],
      ['scatter-cells.ts', 'if (rgb && w11 !== 0) {', '{…} → {}'],
      ['slope-cells.ts', 'if (channels === 3 && channelStride === 1) {'],
    ],
  },
  {
    why: 'equal: both sides say the same at the boundary itself',
    mutants: [
      ['axis-formulas.ts', 'return low + (phase < span ? phase : 2 * span - phase);', 'phase < span → phase <= span'],
      ['axis-formulas.ts', 'return d <= 1 ? (1 - d) * (1 + d - 1.25 * d * d) : -0.75 * (d - 1) * (2 - d) * (2 - d);'],
      ['axis-formulas.ts', 'return d <= 1 ? (3.75 * d - 4.5) * d : (2 - d) * (2.25 * d - 3);'],
      ['row-blend.ts', 'if (i < first) first = i;'],
      ['row-blend.ts', 'if (i > last) last = i;'],
      ['row-blend.ts', 'blend.first = last < 0 ? 0 : first;', 'last < 0 → last <= 0'],
    ],
  },
  {
    why: 'equal on the cpu: there the coordinate is clipped next, which makes the slope 0',
    mutants: [
      ['axis-formulas.ts', 'if (span <= 0) return 0;'],
      ['axis-formulas.ts', 'const wayBack = reflectionPhase(x, low, span) < span ? 1 : -1;'],
      ['axis-formulas.ts', 'return x < low ? -wayBack : wayBack;'],
    ],
  },
  {
    why: 'equal: a tap of index -1 is left out, whatever it weighs',
    mutants: [
      ['axis-taps.ts', 'taps.weight.fill(0, p * count, (p + 1) * count);'],
      ['axis-taps.ts', 'taps.slope.fill(0, p * count, (p + 1) * count);'],
    ],
  },
  {
    why: 'equal: with no column to read, the first of them plays no part',
    mutants: [['row-blend.ts', 'blend.first = last < 0 ? 0 : first;', 'last < 0 → false']],
  },
  {
    why: 'equal, only slower: what it computes for crops that are no boxes is not read',
    mutants: [['affine-rows.ts', 'if (aligned) {', 'aligned → true']],
  },
  {
    why: 'equal, but for memory: more room than needed',
    mutants: [['row-blend.ts', 'const room = (Math.min(image.width, COLUMNS_PER_TAP * width * x.count) + 1) * inner;']],
  },
  {
    why: 'equal: in 2-D nothing reads what is computed for z',
    mutants: [
      ['affine-rows.ts', 'if (dimensions === 3) rowCoordinates(free.z, finite ? axes[2] : undefined, i, k);'],
      ['grid-sample.ts', 'if (dimensions === 2) return;'],
      ['slope-blended-row.ts', 'if (volume) blendRows(blendedSlopeZ, blend, blend.rowSlopeZ, rows, image, planeAt);'],
      ['slope-blended-row.ts', 'if (volume) dotZ += dy[at + c] * blendedSlopeZ[pixel + c];'],
      ['theta-gradient.ts', 'if (dimensions === 2) continue;'],
      ['theta-gradient.ts', 'if (dimensions === 3) addAxis(sums, 2, dimensions, gz, gzu, v, w);'],
    ],
  },
  {
    why: 'acceptable: in 2-D it adds 0 along z, which only an infinite or NaN pixel, dy or theta could tell from nothing',
    mutants: [
      ['affine-grid.ts', 'const z = dimensions === 3 ? theta[row + 2] * w[k] : 0;', 'dimensions === 3 → true'],
      ['row-blend.ts', 'volume: dimensions === 3,'],
      ['slope-blended-row.ts', 'if (volume) values[j * dimensions + 2] += weight[k] * dotZ;'],
      ['theta-gradient.ts', 'if (dimensions === 3) sums[at + 2] += g * w;'],
    ],
  },
  {
    why: 'equal, only slower: 1 - (1 - 0) · (1 - 0) · (1 - 0) is 0 exactly',
    mutants: [['row-taps.ts', 'return ox === 0 && oy === 0 && oz === 0 ? 0 : 1 - (1 - ox) * (1 - oy) * (1 - oz);']],
  },
  {
    why: 'acceptable: it adds a fill of 0, which only an infinite dy could tell from nothing',
    mutants: [
      [
        'slope-blended-row.ts',
        'if (fillValue !== 0) addFillSlopes(gradient, dy, cropAt, cropLayout, taps, fillValue);',
      ],
      ['slope-row.ts', 'if (fillValue !== 0) addFillSlopes(gradient, dy, cropAt, cropLayout, taps, fillValue);'],
    ],
  },
  {
    why: 'equal, only slower: it adds a fill of 0',
    mutants: [['gather-blended-row.ts', 'if (fillValue === 0) return;']],
  },
  {
    why: 'equal, only slower: each axis asks again',
    mutants: [['slope-row.ts', 'if (sx === 0 && sy === 0 && sz === 0) continue;']],
  },
];
