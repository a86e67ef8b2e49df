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
      ['box-row.ts', 'for (let p = 0; p < count; p++) cells.part[2 * p + 1] = part;', 'p < count → p <= count'],
      ['drop-edge-fill.ts', 'for (let p = 0; p < points; p++) {', 'p < points → p <= points'],
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
    ],
  },
  {
    why: 'equal, only slower: points or crops go the general way, which cells.test, box-row.test and blended-rows.test hold equal',
    mutants: [
      [
        'affine-rows.ts',
        'const separable = finite && isAxisAligned(theta, at, dimensions);',
        'finite && isAxisAligned(theta, at, dimensions) → false',
      ],
      [
        'affine-rows.ts',
        'row.blend = mayBlend && blend && planBlend(blend, shared, width) ? blend : undefined;',
        'mayBlend && blend && planBlend(blend, shared, width) → false',
      ],
      [
        'affine-rows.ts',
        'const aligned = separable && (box !== undefined || row.blend !== undefined || !free.cells);',
        'box !== undefined → false',
      ],
      [
        'affine-sample.ts',
        'if (blend) return gatherBlendedRow(crops, cropAt, to, image, imageAt, from, taps, blend, fillValue);',
      ],
      ['affine-sample.ts', 'if (blend) {'],
      ['box-row.ts', 'if (x > 0 && x < last) {', 'x > 0 && x < last → false'],
      [
        'box-row.ts',
        'if (!(y > 0 && y < image.height - 1)) return hasBilinearTap(y, image.height, attrs) ? all : none;',
      ],
      ['box-row.ts', 'if (!hasRgbPixels(image)) columnsToCells(box);', '!hasRgbPixels(image) → true'],
      ['grid-sample.ts', 'if (row.cells) takeCells(row.cells, row, image, width, attrs);', 'row.cells → false'],
      [
        'row-blend.ts',
        'export function createRowBlend(taps: RowTaps, width: number, image: Layout, dimensions: number): RowBlend {',
      ],
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
      ['affine-rows.ts', 'const mayBlend = separable && (blendsVolumes || !free.cells);'],
      [
        'affine-sample.ts',
        'forEachAffineRow(theta, from, to, attrs, true, ({ blend, box, cells, free, taps, point, imageAt, cropAt }) => {',
        'true → false',
      ],
      [
        'affine-sample.ts',
        'forEachAffineRow(theta, to, from, attrs, true, ({ blend, box, cells, free, taps, point, cropAt, n }) => {',
        'true → false',
      ],
      ['affine-sample.ts', 'false,', 'false → true'],
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
      ['gather-cells.ts', 'if (hasRgbPixels(imageLayout)) {'],
      ['layout.ts', 'export function hasRgbPixels({ xStride }: Layout): boolean {'],
      ['layout.ts', 'return xStride === 3;', 'xStride === 3 → false'],
      ['row-blend.ts', 'if (rows === 4) {'],
      ['scatter-cells.ts', 'if (rgb && w11 !== 0) {', 'rgb && w11 !== 0 → false'],
      ['scatter-cells.ts', 'if (rgb && w11 !== 0) {', '{…} → {}'],
      ['slope-cells.ts', 'if (hasRgbPixels(imageLayout)) {'],
    ],
  },
  {
    why: 'equal but for rounding, only slower: every loop can add to arrays of either kind',
    mutants: [
      ['affine-sample.ts', 'if (dimage instanceof Float64Array) columnsToCells(box);'],
      ['scatter-cells.ts', 'if (dimage instanceof Float64Array) {'],
    ],
  },
  {
    why: 'equal, only slower: under border and reflection no point has taps inside and outside',
    mutants: [
      [
        'axis-taps.ts',
        "if (paddingMode === 'zeros' && !Number.isFinite(fillValue)) dropEdgeFill(taps, x, points, size, error);",
        "paddingMode === 'zeros' → true",
      ],
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
        'drop-edge-fill.ts',
        'if (!inside || weightOutside > COORDINATE_ROUNDING * (Math.abs(x[p]) + size) + error) continue;',
        'weightOutside > COORDINATE_ROUNDING * (Math.abs(x[p]) + size) + error → weightOutside >= COORDINATE_ROUNDING * (Math.abs(x[p]) + size) + error',
      ],
    ],
  },
  {
    why: 'equal: a step is 1 or -1',
    mutants: [
      [
        'gather-rgb-columns.ts',
        'for (let p = 0, j = first; p < count; p++, j += step, to += 3 * step) {',
        '3 * step → 3 / step',
      ],
      [
        'scatter-rgb-columns.ts',
        'for (let p = 0, j = first; p < count; p++, j += step, from += 3 * step) {',
        '3 * step → 3 / step',
      ],
      [
        'slope-rgb-columns.ts',
        'for (let p = 0, j = first; p < count; p++, j += step, from += 3 * step) {',
        '3 * step → 3 / step',
      ],
    ],
  },
  {
    why: 'equal, only slower: pixels at hand are read again',
    mutants: [
      ['gather-rgb-columns.ts', 'if (x0 !== left) {', 'x0 !== left → true'],
      ['gather-rgb-columns.ts', 'if (x0 === left + 1) {', 'x0 === left + 1 → false'],
      ['gather-rgb-columns.ts', 'if (x0 === left + 1) {', 'left + 1 → left - 1'],
      ['slope-rgb-columns.ts', 'if (x0 !== left) {', 'x0 !== left → true'],
      ['slope-rgb-columns.ts', 'if (x0 === left + 1) {', 'x0 === left + 1 → false'],
      ['slope-rgb-columns.ts', 'if (x0 === left + 1) {', 'left + 1 → left - 1'],
    ],
  },
  {
    why: 'equal but for rounding, only slower: what columns send to a pixel is added in more parts',
    mutants: [
      ['scatter-rgb-columns.ts', 'if (x0 !== left) {', 'x0 !== left → true'],
      ['scatter-rgb-columns.ts', 'if (x0 !== left + 1) {', 'x0 !== left + 1 → true'],
      ['scatter-rgb-columns.ts', 'if (x0 !== left + 1) {', 'left + 1 → left - 1'],
    ],
  },
  {
    why: 'equal, only slower: it adds sums that are still 0, to some pixel or to none',
    mutants: [
      ['scatter-rgb-columns.ts', 'let left = -2;', '-2 → +2'],
      ['scatter-rgb-columns.ts', 'if (left >= 0) {', 'left >= 0 → true'],
      ['scatter-rgb-columns.ts', 'if (left < 0) return;', 'left < 0 → false'],
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
    mutants: [
      ['box-row.ts', 'box.first = inside === 0 ? 0 : cells.at[perX < 0 ? 2 * inside - 1 : 1];', 'inside === 0 → false'],
      ['row-blend.ts', 'blend.first = last < 0 ? 0 : first;', 'last < 0 → false'],
    ],
  },
  {
    why: 'equal, only slower: what it computes for crops that are no boxes is not read',
    mutants: [['affine-rows.ts', 'if (separable) {', 'separable → true']],
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
      ['theta-gradient.ts', 'if (dimensions === 3) addThetaAxis(sums, 2, dimensions, gz, gzu, v, w);'],
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
    why: 'equal, only slower: it fills zeros with 0',
    mutants: [
      ['affine-sample.ts', 'if (fillValue !== 0) crops.fill(fillValue);', 'fillValue !== 0 → true'],
      ['grid-sample.ts', 'if (attrs.fillValue !== 0) crops.fill(attrs.fillValue);', 'attrs.fillValue !== 0 → true'],
    ],
  },
  {
    why: 'equal, only slower: a row that reads nothing of the image adds 0 to theta',
    mutants: [
      [
        'affine-sample.ts',
        'if (taps.count === 0 && !cells?.count) return;',
        'taps.count === 0 && !cells?.count → false',
      ],
    ],
  },
  {
    why: 'equal: no axis is ever 0, so a row of a mode without cells has taps, and its cells are not asked for',
    mutants: [['affine-sample.ts', 'if (taps.count === 0 && !cells?.count) return;', 'cells?.count → cells.count']],
  },
  {
    why: 'equal, only slower: taps that are all outside give what is there without them',
    mutants: [
      [
        'box-row.ts',
        '} else if (hasBilinearTap(x, image.width, attrs)) {',
        'hasBilinearTap(x, image.width, attrs) → true',
      ],
    ],
  },
  {
    why: 'equal: of no taps nothing is read but their count, and one that is not there ends a loop as 0 does',
    mutants: [['box-row.ts', 'none: { ...all, count: 0 },']],
  },
  {
    why: 'equal, only slower: each axis asks again',
    mutants: [['slope-row.ts', 'if (sx === 0 && sy === 0 && sz === 0) continue;']],
  },
];
