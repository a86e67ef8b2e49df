function baseAxes(size, alignCorners) {
  const [width, height, depth] = [...size].reverse();
  return {
    u: baseCoordinates(width, alignCorners),
    v: baseCoordinates(height, alignCorners),
    w: depth === void 0 ? new Float64Array(1) : baseCoordinates(depth, alignCorners)
  };
}
function baseCoordinates(length, alignCorners) {
  const base = new Float64Array(length);
  for (let j = 0; j < length; j++) {
    base[j] = alignCorners ? length > 1 ? 2 * j / (length - 1) - 1 : 0 : (2 * j + 1) / length - 1;
  }
  return base;
}
function addThetaGradient(sums, gradient, dimensions, u, v, w) {
  let gx = 0;
  let gy = 0;
  let gz = 0;
  let gxu = 0;
  let gyu = 0;
  let gzu = 0;
  for (let j = 0, at = 0; j < u.length; j++, at += dimensions) {
    gx += gradient[at];
    gxu += gradient[at] * u[j];
    gy += gradient[at + 1];
    gyu += gradient[at + 1] * u[j];
  }
  for (let j = 0, at = 2; dimensions === 3 && j < u.length; j++, at += 3) {
    gz += gradient[at];
    gzu += gradient[at] * u[j];
  }
  addThetaAxis(sums, 0, dimensions, gx, gxu, v, w);
  addThetaAxis(sums, 1, dimensions, gy, gyu, v, w);
  if (dimensions === 3) addThetaAxis(sums, 2, dimensions, gz, gzu, v, w);
}
function addThetaAxis(sums, axis, dimensions, g, gu, v, w) {
  const at = axis * (dimensions + 1);
  sums[at] += gu;
  sums[at + 1] += g * v;
  if (dimensions === 3) sums[at + 2] += g * w;
  sums[at + dimensions] += g;
}
function affineGrid(theta, crops, size, alignCorners) {
  const dimensions = size.length;
  const { u, v, w } = baseAxes(size, alignCorners);
  const grid = new Float32Array(crops * u.length * v.length * w.length * dimensions);
  let at = 0;
  for (let n = 0; n < crops; n++) {
    for (let k = 0; k < w.length; k++) {
      for (let i = 0; i < v.length; i++) {
        for (let j = 0; j < u.length; j++) {
          for (let axis = 0; axis < dimensions; axis++) {
            const row = (n * dimensions + axis) * (dimensions + 1);
            const z = dimensions === 3 ? theta[row + 2] * w[k] : 0;
            grid[at++] = theta[row] * u[j] + theta[row + 1] * v[i] + z + theta[row + dimensions];
          }
        }
      }
    }
  }
  return grid;
}
function affineGridGradTheta(dgrid, gridShape, alignCorners) {
  const dimensions = gridShape.length - 2;
  const { u, v, w } = baseAxes(gridShape.slice(1, -1), alignCorners);
  const entries = dimensions * (dimensions + 1);
  const dtheta = new Float32Array(gridShape[0] * entries);
  const sums = new Float64Array(entries);
  const row = new Float64Array(u.length * dimensions);
  let at = 0;
  for (let n = 0; n < gridShape[0]; n++) {
    sums.fill(0);
    for (let k = 0; k < w.length; k++) {
      for (let i = 0; i < v.length; i++) {
        row.set(dgrid.subarray(at, at + row.length));
        at += row.length;
        addThetaGradient(sums, row, dimensions, u, v[i], w[k]);
      }
    }
    dtheta.set(sums, n * entries);
  }
  return dtheta;
}
const NO_LINES = createLines(0, 0, 0);
function createLines(x, y, z) {
  return { x: new Float64Array(x), y: new Float64Array(y), z: new Float64Array(z) };
}
function createRow(width) {
  return {
    n: 0,
    i: 0,
    k: 0,
    x: new Float64Array(width),
    y: new Float64Array(width),
    z: new Float64Array(width),
    count: 0,
    columns: void 0,
    point: new Int32Array(width),
    errors: [0, 0, 0],
    footprints: NO_LINES
  };
}
const NONE = new Float64Array(1);
function createAxisTaps(points, count, filtered = false) {
  return {
    count,
    index: new Int32Array(points * count),
    weight: new Float64Array(points * count),
    slope: new Float64Array(points * count),
    footprintSlope: filtered ? new Float64Array(points * count) : NONE,
    outside: new Float64Array(points),
    outsideSlope: new Float64Array(points),
    outsideFootprintSlope: filtered ? new Float64Array(points) : NONE,
    scale: new Float64Array(points)
  };
}
function absentAxisTaps() {
  const taps = createAxisTaps(1, 1);
  taps.weight[0] = 1;
  return taps;
}
function reflectionPhase(x, low, span) {
  const distance = Math.abs(x - low);
  return distance - 2 * span * Math.floor(distance / (2 * span));
}
function reflected(x, low, span) {
  if (span <= 0) return 0;
  const phase = reflectionPhase(x, low, span);
  return low + (phase < span ? phase : 2 * span - phase);
}
function reflectSlope(x, low, span) {
  if (span <= 0) return 0;
  const wayBack = reflectionPhase(x, low, span) < span ? 1 : -1;
  return x < low ? -wayBack : wayBack;
}
function roundHalfToEven(x) {
  const low = Math.floor(x);
  const t = x - low;
  if (t < 0.5) return low;
  if (t > 0.5) return low + 1;
  return low + (low - 2 * Math.floor(low / 2));
}
function roundHalfUp(x) {
  return Math.floor(x + 0.5);
}
function cubic(d, a) {
  return d <= 1 ? (1 - d) * (1 + d - (a + 2) * d * d) : a * (d - 1) * (2 - d) * (2 - d);
}
function cubicSlope(d, a) {
  return d <= 1 ? (3 * (a + 2) * d - 2 * (a + 3)) * d : (2 - d) * (4 * a - 3 * a * d);
}
function cubicCurvature(d, a) {
  return d <= 1 ? 6 * (a + 2) * d - 2 * (a + 3) : 6 * a * d - 10 * a;
}
function wrapped(x, length) {
  const place = x - length * Math.floor(x / length);
  return place >= 0 && place < length ? place : 0;
}
const FILTERS = {
  nearest: { radius: 0, weight: () => 0, slope: () => 0 },
  bilinear: { radius: 1, weight: (inside) => inside, slope: () => 1 },
  bicubic: {
    radius: 2,
    weight: (inside, a) => cubic(2 - inside, a),
    slope: (inside, a) => -cubicSlope(2 - inside, a)
  }
};
const PADDINGS = {
  zeros: { repeats: false, readsFill: true, coordinate: (x) => x, slope: () => 1 },
  border: { repeats: false, readsFill: false, coordinate: clipped, slope: clippedSlope },
  reflection: {
    repeats: false,
    readsFill: false,
    coordinate: (x, axis) => clipped(reflected(x, axis.low, axis.span), axis),
    slope: (x, padded, axis) => clippedSlope(x, padded, axis) * reflectSlope(x, axis.low, axis.span)
  },
  wrap: { repeats: true, readsFill: false, coordinate: (x, { size }) => wrapped(x, size), slope: () => 1 }
};
const FILTERED_PADDINGS = {
  zeros: PADDINGS.zeros,
  border: {
    repeats: false,
    readsFill: false,
    coordinate: (x, { size }) => Math.min(Math.max(x, -0.5), size - 0.5),
    slope: (x, _, { size }) => x > -0.5 && x < size - 0.5 ? 1 : 0
  },
  reflection: {
    repeats: false,
    readsFill: false,
    coordinate: (x, { low, span }) => reflected(x, low, span),
    slope: (x, _, { low, span }) => reflectSlope(x, low, span)
  },
  wrap: PADDINGS.wrap
};
function clipped(x, { size }) {
  return Math.min(Math.max(x, 0), size - 1);
}
function clippedSlope(_, padded, { size }) {
  return padded === 0 || padded === size - 1 ? 0 : 1;
}
const COORDINATE_ROUNDING = 2 ** -22;
const MAX_FLOAT32 = 34028234663852886e22;
function createAxis(size, attrs) {
  const { mode, paddingMode, alignCorners, fillValue, cutoff, rounding, cubicCoefficient, antialias = 0 } = attrs;
  const padding = (antialias > 0 ? FILTERED_PADDINGS : PADDINGS)[paddingMode];
  return {
    size,
    padding,
    low: alignCorners ? 0 : -0.5,
    span: alignCorners ? size - 1 : size,
    scale: (alignCorners ? size - 1 : size) / 2,
    lowest: Math.max(-cutoff, -MAX_FLOAT32),
    highest: Math.min(size - 1 + cutoff, MAX_FLOAT32),
    fillsNonFinite: padding.readsFill && !Number.isFinite(fillValue),
    roundsHalfUp: rounding === "half-up",
    cubicCoefficient,
    filter: FILTERS[mode],
    widen: antialias
  };
}
function pixelAt(i, axis) {
  if (i >= 0 && i < axis.size) return i;
  return axis.padding.readsFill ? -1 : axis.padding.coordinate(i, axis);
}
function computeAxisTaps(taps, x, points, axis, mode, error) {
  padCoordinates(taps.scale, x, points, axis, mode.padsCoordinates);
  mode.list(taps, x, points, axis);
  sumOutside(taps, x, points, axis, error);
}
function padCoordinates(scale, x, points, axis, pads) {
  const last = axis.size - 1;
  for (let p = 0; p < points; p++) {
    const at = x[p];
    scale[p] = axis.scale;
    if (at > 0 && at < last) continue;
    if (!(at >= axis.lowest && at <= axis.highest)) {
      x[p] = Number.NaN;
    } else if (pads) {
      x[p] = axis.padding.coordinate(at, axis);
      scale[p] *= axis.padding.slope(at, x[p], axis);
    }
  }
}
function sumOutside(taps, x, points, axis, error) {
  const { count, index, outside, outsideSlope } = taps;
  for (let p = 0, k = 0; p < points; p++) {
    outside[p] = 0;
    outsideSlope[p] = 0;
    let inside = 0;
    for (const end = k + count; k < end; k++) if (index[k] >= 0) inside++;
    if (Number.isNaN(x[p])) readNothing(taps, p);
    else if (inside === 0) outside[p] = 1;
    else if (inside < count) sumOutsideOf(taps, p, x[p], axis, error);
  }
}
function readNothing({ count, index, weight, slope, outside }, p) {
  index.fill(-1, p * count, (p + 1) * count);
  weight.fill(0, p * count, (p + 1) * count);
  slope.fill(0, p * count, (p + 1) * count);
  outside[p] = 1;
}
function sumOutsideOf(taps, p, x, axis, error) {
  const { count, index, weight, slope, outside, outsideSlope } = taps;
  let sum = 0;
  let slopeSum = 0;
  let size = 0;
  for (let k = p * count; k < (p + 1) * count; k++) {
    if (index[k] >= 0) continue;
    sum += weight[k];
    slopeSum += slope[k];
    size += Math.abs(weight[k]);
  }
  if (axis.fillsNonFinite && size <= COORDINATE_ROUNDING * (Math.abs(x) + axis.size) + error) return;
  outside[p] = sum;
  outsideSlope[p] = slopeSum;
}
const WHOLE = { inside: 1, slope: 0, footprintSlope: 0 };
function coverage(x, footprint, size) {
  const startsIn = x - footprint / 2 >= -0.5;
  const endsIn = x + footprint / 2 < size - 0.5;
  if (startsIn && endsIn) return WHOLE;
  const ends = (startsIn ? 0 : 1) - (endsIn ? 0 : 1);
  const length = (endsIn ? footprint / 2 : size - 0.5) + (startsIn ? footprint / 2 : 0.5) + ends * x;
  const inside = Math.max(0, length) / footprint;
  const free = (startsIn ? 0.5 : 0) + (endsIn ? 0.5 : 0);
  return { inside, slope: ends / footprint, footprintSlope: (free - inside) / footprint };
}
const MOST_LAPS = 1024;
function filteredTaps(x, footprint, axis, error) {
  const points = x.length;
  const scale = new Float64Array(points);
  padCoordinates(scale, x, points, axis, true);
  let longest = 0;
  for (let p = 0; p < points; p++) {
    const reach = axis.filter.radius * widthOf(footprint[p], axis);
    const length = lastTap(x[p], reach, axis) - firstTap(x[p], reach, axis) + 1;
    if (length > longest) longest = length;
  }
  const taps = createAxisTaps(points, axis.padding.repeats ? Math.min(longest, axis.size) : longest, true);
  taps.index.fill(-1);
  taps.scale.set(scale);
  for (let p = 0; p < points; p++) listTaps(taps, p, x[p], footprint[p], axis, error);
  return taps;
}
function widthOf(footprint, { widen, padding, size }) {
  const width = widen * footprint;
  return padding.repeats ? Math.min(width, MOST_LAPS * size) : width;
}
function firstTap(x, reach, { padding }) {
  const first = Math.floor(x - reach) + 1;
  return padding.repeats ? first : Math.max(first, 0);
}
function lastTap(x, reach, { padding, size }) {
  const last = Math.floor(x + reach);
  return padding.repeats ? last : Math.min(last, size - 1);
}
function listTaps(taps, p, x, footprint, axis, error) {
  const { count, index, weight, slope, footprintSlope, scale } = taps;
  const { size, padding, filter, cubicCoefficient } = axis;
  const covered = padding.readsFill ? coverage(x, footprint, size) : WHOLE;
  if (Number.isNaN(x) || covered.inside === 0) {
    readNothing(taps, p);
    return;
  }
  const width = widthOf(footprint, axis);
  const reach = filter.radius * width;
  const first = firstTap(x, reach, axis);
  const last = lastTap(x, reach, axis);
  const from = p * count;
  const meetsAll = last - first >= count;
  let sum = 0;
  let slopeSum = 0;
  let footprintSum = 0;
  for (let i = first; i <= last; i++) {
    const after = i > x;
    const inside = (after ? x - (i - reach) : i + reach - x) / width;
    const pull = filter.slope(inside, cubicCoefficient);
    const w = filter.weight(inside, cubicCoefficient);
    const dx = (after ? pull : -pull) / width;
    const dfootprint = pull * (filter.radius - inside) / footprint;
    const pixel = padding.repeats ? i - size * Math.floor(i / size) : i;
    const k = from + (meetsAll ? pixel : i - first);
    index[k] = pixel;
    weight[k] += w;
    slope[k] += dx;
    footprintSlope[k] += dfootprint;
    sum += w;
    slopeSum += dx;
    footprintSum += dfootprint;
  }
  for (let k = from; k < from + count; k++) {
    if (index[k] < 0) continue;
    const w = weight[k] / sum;
    slope[k] = scale[p] * (covered.inside * (slope[k] - w * slopeSum) / sum + w * covered.slope);
    footprintSlope[k] = covered.inside * (footprintSlope[k] - w * footprintSum) / sum + w * covered.footprintSlope;
    weight[k] = covered.inside * w;
  }
  const outside = 1 - covered.inside;
  if (axis.fillsNonFinite && outside * footprint <= COORDINATE_ROUNDING * (Math.abs(x) + size) + error) return;
  taps.outside[p] = outside;
  taps.outsideSlope[p] = -scale[p] * covered.slope;
  taps.outsideFootprintSlope[p] = -covered.footprintSlope;
}
function createRowTaps({ crop, mode, dimensions }, aligned) {
  const { width, height, depth } = crop;
  const { support } = mode;
  const volume = dimensions === 3;
  return {
    count: width,
    point: new Int32Array(width).map((_, j) => j),
    x: createAxisTaps(width, support),
    y: createAxisTaps(aligned ? height : width, support),
    z: volume ? createAxisTaps(aligned ? depth : width, support) : absentAxisTaps(),
    yAt: 0,
    yStep: aligned ? 0 : 1,
    zAt: 0,
    zStep: aligned || !volume ? 0 : 1
  };
}
function filterTaps(taps, at, { errors, footprints }, call) {
  taps.x = filteredTaps(at.x, footprints.x, call.x, errors[0]);
  taps.y = filteredTaps(at.y, footprints.y, call.y, errors[1]);
  if (call.dimensions === 3) taps.z = filteredTaps(at.z, footprints.z, call.z, errors[2]);
}
function withFootprintSlopes(taps, differentiate) {
  exchangeSlopes(taps);
  differentiate();
  exchangeSlopes(taps);
}
function exchangeSlopes({ x, y, z }) {
  for (const taps of [x, y, z]) {
    [taps.slope, taps.footprintSlope] = [taps.footprintSlope, taps.slope];
    [taps.outsideSlope, taps.outsideFootprintSlope] = [taps.outsideFootprintSlope, taps.outsideSlope];
  }
}
function outsideWeight({ x, y, z, yAt, yStep, zAt, zStep }, p) {
  const ox = x.outside[p];
  const oy = y.outside[yAt + p * yStep];
  const oz = z.outside[zAt + p * zStep];
  return ox === 0 && oy === 0 && oz === 0 ? 0 : 1 - (1 - ox) * (1 - oy) * (1 - oz);
}
function addFillSlopes(gradient, { values, at, layout }, { count, point, x, y, z, yAt, yStep, zAt, zStep }, { dimensions, fillValue }) {
  if (fillValue === 0) return;
  const { xStride, channels, channelStride } = layout;
  for (let p = 0; p < count; p++) {
    const b = yAt + p * yStep;
    const c = zAt + p * zStep;
    const ix = 1 - x.outside[p];
    const iy = 1 - y.outside[b];
    const iz = 1 - z.outside[c];
    const sx = x.outsideSlope[p] * iy * iz;
    const sy = y.outsideSlope[b] * ix * iz;
    const sz = z.outsideSlope[c] * ix * iy;
    if (sx === 0 && sy === 0 && sz === 0) continue;
    const j = point[p];
    let dySum = 0;
    for (let n = 0; n < channels; n++) dySum += values[at + j * xStride + n * channelStride];
    if (sx !== 0) gradient[j * dimensions] += dySum * fillValue * sx;
    if (sy !== 0) gradient[j * dimensions + 1] += dySum * fillValue * sy;
    if (sz !== 0) gradient[j * dimensions + 2] += dySum * fillValue * sz;
  }
}
function createTaps(call) {
  const taps = createRowTaps(call, false);
  const most = products(taps);
  return { taps, x: taps.x, offset: new Int32Array(most), weight: new Float64Array(most) };
}
function products({ x, y, z }) {
  return x.count * y.count * z.count;
}
function takePoints(points, row, call) {
  const { taps, x: own } = points;
  const { x, y, z, mode, dimensions, antialias } = call;
  const { count, columns, errors } = row;
  if (antialias) {
    filterTaps(taps, row, row, call);
    const most = products(taps);
    if (points.offset.length < most) {
      points.offset = new Int32Array(most);
      points.weight = new Float64Array(most);
    }
    row.count = 0;
    return;
  }
  if (!columns) computeAxisTaps(own, row.x, count, x, mode, errors[0]);
  computeAxisTaps(taps.y, row.y, columns ? 1 : count, y, mode, errors[1]);
  if (dimensions === 3) computeAxisTaps(taps.z, row.z, count, z, mode, errors[2]);
  taps.x = columns ?? own;
  taps.yStep = columns ? 0 : 1;
  taps.point = row.point;
  taps.count = count;
  row.count = 0;
}
function multiplyTaps({ taps, offset, weight }, p, at, image) {
  const { x, y, z, yStep, zStep } = taps;
  const { xStride, yStride, zStride } = image;
  const xFrom = p * x.count;
  const yFrom = p * yStep * y.count;
  const zFrom = p * zStep * z.count;
  let n = 0;
  for (let c = zFrom; c < zFrom + z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = yFrom; b < yFrom + y.count; b++) {
      if (y.index[b] < 0) continue;
      const row = at + z.index[c] * zStride + y.index[b] * yStride;
      const rowWeight = z.weight[c] * y.weight[b];
      for (let a = xFrom; a < xFrom + x.count; a++) {
        if (x.index[a] < 0) continue;
        offset[n] = row + x.index[a] * xStride;
        weight[n] = rowWeight * x.weight[a];
        n++;
      }
    }
  }
  return n;
}
function gatherTaps(points, { values, at, layout }, image, fillValue) {
  const { taps, offset, weight } = points;
  const pixels = image.values;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyTaps(points, p, image.at, image.layout);
    const outside = outsideWeight(taps, p);
    const background = outside === 0 ? 0 : fillValue * outside;
    let to = at + taps.point[p] * layout.xStride;
    let channel = 0;
    for (let c = 0; c < layout.channels; c++) {
      let value = background;
      for (let k = 0; k < n; k++) value += weight[k] * pixels[offset[k] + channel];
      values[to] = value;
      to += layout.channelStride;
      channel += image.layout.channelStride;
    }
  }
}
function scatterTaps(points, dimage, { values, at, layout }) {
  const { taps, offset, weight } = points;
  const { xStride, channels, channelStride } = layout;
  const { values: sums, layout: image } = dimage;
  for (let p = 0; p < taps.count; p++) {
    const n = multiplyTaps(points, p, dimage.at, image);
    const from = at + taps.point[p] * xStride;
    for (let k = 0; k < n; k++) {
      const w = weight[k];
      if (w === 0) continue;
      let to = offset[k];
      for (let c = 0, d = from; c < channels; c++, d += channelStride, to += image.channelStride) {
        sums[to] += w * values[d];
      }
    }
  }
}
function slopeTaps(taps, gradient, { values, at, layout }, image, dimensions) {
  const { x, y, z, yStep, zStep } = taps;
  const { xStride, yStride, zStride, channelStride } = image.layout;
  const pixels = image.values;
  for (let p = 0; p < taps.count; p++) {
    const xFrom = p * x.count;
    const yFrom = p * yStep * y.count;
    const zFrom = p * zStep * z.count;
    const from = at + taps.point[p] * layout.xStride;
    let gx = 0;
    let gy = 0;
    let gz = 0;
    for (let c = zFrom; c < zFrom + z.count; c++) {
      if (z.index[c] < 0) continue;
      for (let b = yFrom; b < yFrom + y.count; b++) {
        if (y.index[b] < 0) continue;
        const row = image.at + z.index[c] * zStride + y.index[b] * yStride;
        for (let a = xFrom; a < xFrom + x.count; a++) {
          if (x.index[a] < 0) continue;
          const pixel = row + x.index[a] * xStride;
          let dot = 0;
          for (let n = 0; n < layout.channels; n++) {
            dot += values[from + n * layout.channelStride] * pixels[pixel + n * channelStride];
          }
          gx += dot * x.slope[a] * y.weight[b] * z.weight[c];
          gy += dot * x.weight[a] * y.slope[b] * z.weight[c];
          gz += dot * x.weight[a] * y.weight[b] * z.slope[c];
        }
      }
    }
    const to = taps.point[p] * dimensions;
    gradient[to] = gx;
    gradient[to + 1] = gy;
    if (dimensions === 3) gradient[to + 2] = gz;
  }
}
function tapsWay(call) {
  const points = createTaps(call);
  const differentiate = (gradient, dy, image) => {
    slopeTaps(points.taps, gradient, dy, image, call.dimensions);
    addFillSlopes(gradient, dy, points.taps, call);
  };
  return {
    needsPoints: true,
    plan: () => true,
    take: (row) => takePoints(points, row, call),
    gather: (crop, image) => gatherTaps(points, crop, image, call.fillValue),
    scatter: (dimage, dy) => scatterTaps(points, dimage, dy),
    slope: (gradient, dy, image) => {
      differentiate(gradient, dy, image);
      if (!call.antialias) return;
      const byFootprints = gradient.subarray(gradient.length / 2);
      withFootprintSlopes(points.taps, () => differentiate(byFootprints, dy, image));
    }
  };
}
function forEachRow(points, call, table, loop, visit) {
  const { batch, batchStride, depth, height, width, yStride, zStride } = call.crop;
  const general = once(() => tapsWay(call));
  const choose = chooser(table, call, loop, general);
  const row = createRow(width);
  for (let n = 0; n < batch; n++) {
    row.n = n;
    const way = choose(points.turnTo(row, n), row);
    const alone = [way];
    const both = once(() => [way, general()]);
    for (let k = 0; k < depth; k++) {
      for (let i = 0; i < height; i++) {
        row.i = i;
        row.k = k;
        row.count = 0;
        if (way.needsPoints) readPoints(points, row);
        way.take(row);
        const left = row.count > 0;
        if (left) general().take(row);
        visit(left ? both() : alone, row, n * batchStride + k * zStride + i * yStride);
      }
    }
  }
}
function chooser(table, call, loop, general) {
  const ways = [];
  return (lines, row) => {
    for (let t = 0; t < table.length; t++) {
      const way = ways[t] ?? table[t](call, loop, lines);
      ways[t] = way;
      if (way == null ? void 0 : way.plan(lines, row)) return way;
    }
    return general();
  };
}
function once(make) {
  let made;
  return () => {
    made ?? (made = make());
    return made;
  };
}
function readPoints(points, row) {
  points.read(row);
  row.count = row.point.length;
  row.columns = void 0;
  for (let j = 0; j < row.count; j++) row.point[j] = j;
}
const DENSE = 16;
function sumPerImage({ image, crop, imageIndex }, scatter) {
  const { batch, batchStride, depth, height, width } = image;
  const dimage = new Float32Array(batch * batchStride);
  const crops = new Int32Array(batch);
  for (const n of imageIndex) crops[n]++;
  const outputs = crop.depth * crop.height * crop.width;
  const sums = Array.from(
    crops,
    (count, n) => count * outputs > DENSE * depth * height * width ? new Float64Array(batchStride) : dimage.subarray(n * batchStride, (n + 1) * batchStride)
  );
  scatter(sums);
  sums.forEach((sum, n) => {
    if (sum instanceof Float64Array) dimage.set(sum, n * batchStride);
  });
  return dimage;
}
const GAP = 2;
function createBlend({ image, crop }, taps) {
  const { x, y, z } = taps;
  const inner = image.xStride;
  const read = crop.width * x.count;
  const rows = y.count * z.count;
  const room = (Math.min(image.width, (GAP + 1) * read) + 1) * inner;
  return {
    taps,
    inner,
    planes: image.channels / inner,
    runs: 0,
    runFrom: new Int32Array(read),
    runTo: new Int32Array(read),
    runLength: new Int32Array(read),
    length: 0,
    offset: new Int32Array(read),
    place: new Int32Array(image.width),
    rows: 0,
    rowAt: new Int32Array(rows),
    rowWeight: new Float64Array(rows),
    rowSlopeY: new Float64Array(rows),
    rowSlopeZ: new Float64Array(rows),
    blended: new Float64Array(room),
    blendedSlopeY: new Float64Array(room),
    blendedSlopeZ: new Float64Array(room)
  };
}
function computeBoxTaps(taps, lines, { errors }, call) {
  const { x, y, z, mode, dimensions } = call;
  computeAxisTaps(taps.x, lines.x, lines.x.length, x, mode, errors[0]);
  computeAxisTaps(taps.y, lines.y, lines.y.length, y, mode, errors[1]);
  if (dimensions === 3) computeAxisTaps(taps.z, lines.z, lines.z.length, z, mode, errors[2]);
}
function listRuns(blend) {
  const { offset, place, inner, runFrom, runTo, runLength } = blend;
  const { index } = blend.taps.x;
  let first = place.length;
  let last = -1;
  for (let k = 0; k < index.length; k++) {
    const i = index[k];
    if (i < 0) continue;
    place[i] = 1;
    if (i < first) first = i;
    if (i > last) last = i;
  }
  let runs = 0;
  let pixels = 0;
  let next = -GAP - 1;
  for (let i = first; i <= last; i++) {
    if (place[i] === 0) continue;
    if (i - next > GAP) {
      runFrom[runs] = i * inner;
      runTo[runs] = pixels * inner;
      runs++;
    } else {
      pixels += i - next;
    }
    place[i] = pixels++;
    next = i + 1;
    runLength[runs - 1] = pixels * inner - runTo[runs - 1];
  }
  blend.runs = runs;
  blend.length = pixels * inner;
  for (let k = 0; k < index.length; k++) offset[k] = index[k] < 0 ? blend.length : place[index[k]] * inner;
  place.fill(0, first, last + 1);
}
function takeRow(blend, { i, k }, { image }) {
  blend.taps.yAt = i;
  blend.taps.zAt = k;
  listRows(blend, image);
}
function listRows(blend, image) {
  const { rowAt, rowWeight, rowSlopeY, rowSlopeZ } = blend;
  const { y, z, yAt, zAt } = blend.taps;
  let n = 0;
  for (let c = zAt * z.count; c < (zAt + 1) * z.count; c++) {
    if (z.index[c] < 0) continue;
    for (let b = yAt * y.count; b < (yAt + 1) * y.count; b++) {
      if (y.index[b] < 0) continue;
      rowAt[n] = z.index[c] * image.zStride + y.index[b] * image.yStride;
      rowWeight[n] = z.weight[c] * y.weight[b];
      rowSlopeY[n] = z.weight[c] * y.slope[b];
      rowSlopeZ[n] = z.slope[c] * y.weight[b];
      n++;
    }
  }
  blend.rows = n;
}
function blendRows(blended, { rows, rowAt, runs, runFrom, runTo, runLength, length, inner }, factor, { values, at, layout }, plane) {
  const start = at + plane * layout.channelStride;
  blended.fill(0, 0, length + inner);
  for (let run = 0; run < runs; run++) {
    const from = start + runFrom[run];
    const to = runTo[run];
    const n = runLength[run];
    let r = 0;
    for (; r + 4 <= rows; r += 4) {
      const at0 = from + rowAt[r];
      const at1 = from + rowAt[r + 1];
      const at2 = from + rowAt[r + 2];
      const at3 = from + rowAt[r + 3];
      const f0 = factor[r];
      const f1 = factor[r + 1];
      const f2 = factor[r + 2];
      const f3 = factor[r + 3];
      for (let e = 0; e < n; e++) {
        blended[to + e] += f0 * values[at0 + e] + f1 * values[at1 + e] + f2 * values[at2 + e] + f3 * values[at3 + e];
      }
    }
    for (; r < rows; r++) {
      const row = from + rowAt[r];
      const f = factor[r];
      for (let e = 0; e < n; e++) blended[to + e] += f * values[row + e];
    }
  }
}
function gatherBlended(blend, { values, at, layout }, image, fillValue) {
  const { taps, planes, blended, rowWeight } = blend;
  const { xStride, channels, channelStride } = layout;
  for (let plane = 0; plane < planes; plane++) {
    blendRows(blended, blend, rowWeight, image, plane);
    pickColumns(blend, values, at + plane * channelStride);
  }
  if (fillValue === 0) return;
  for (let j = 0; j < taps.count; j++) {
    const outside = outsideWeight(taps, j);
    if (outside === 0) continue;
    const to = at + j * xStride;
    for (let c = 0; c < channels; c++) values[to + c * channelStride] += fillValue * outside;
  }
}
function pickColumns({ taps, inner, offset, blended }, crop, cropAt) {
  const { count, weight } = taps.x;
  let at = cropAt;
  if (count === 2) {
    for (let j = 0; j < taps.count; j++) {
      const a = offset[2 * j];
      const b = offset[2 * j + 1];
      const wa = weight[2 * j];
      const wb = weight[2 * j + 1];
      for (let c = 0; c < inner; c++) crop[at++] = wa * blended[a + c] + wb * blended[b + c];
    }
    return;
  }
  for (let j = 0; j < taps.count; j++) {
    for (let c = 0; c < inner; c++) {
      let value = 0;
      for (let k = j * count; k < (j + 1) * count; k++) value += weight[k] * blended[offset[k] + c];
      crop[at++] = value;
    }
  }
}
function scatterBlended(blend, dimage, dy) {
  const { planes, inner, length, blended, rowAt, rowWeight, runs, runFrom, runTo, runLength } = blend;
  const { values, at, layout } = dimage;
  for (let plane = 0; plane < planes; plane++) {
    blended.fill(0, 0, length + inner);
    spreadColumns(blend, dy.values, dy.at + plane * dy.layout.channelStride);
    for (let r = 0; r < blend.rows; r++) {
      const w = rowWeight[r];
      if (w === 0) continue;
      const row = at + plane * layout.channelStride + rowAt[r];
      for (let run = 0; run < runs; run++) {
        const from = runTo[run];
        const to = row + runFrom[run];
        const n = runLength[run];
        for (let e = 0; e < n; e++) values[to + e] += w * blended[from + e];
      }
    }
  }
}
function spreadColumns({ taps, inner, offset, blended }, dy, dyAt) {
  const { count, weight } = taps.x;
  let at = dyAt;
  for (let j = 0; j < taps.count; j++, at += inner) {
    for (let k = j * count; k < (j + 1) * count; k++) {
      const w = weight[k];
      if (w === 0) continue;
      const to = offset[k];
      for (let c = 0; c < inner; c++) blended[to + c] += w * dy[at + c];
    }
  }
}
function slopeBlended(blend, gradient, { values, at, layout }, image, dimensions) {
  const { planes, blended, blendedSlopeY, blendedSlopeZ } = blend;
  for (let plane = 0; plane < planes; plane++) {
    blendRows(blended, blend, blend.rowWeight, image, plane);
    blendRows(blendedSlopeY, blend, blend.rowSlopeY, image, plane);
    if (dimensions === 3) blendRows(blendedSlopeZ, blend, blend.rowSlopeZ, image, plane);
    addColumns(blend, gradient, values, at + plane * layout.channelStride, dimensions);
  }
}
function addColumns({ taps, inner, offset, blended, blendedSlopeY, blendedSlopeZ }, gradient, dy, dyAt, dimensions) {
  const { count, weight, slope } = taps.x;
  let at = dyAt;
  for (let j = 0; j < taps.count; j++, at += inner) {
    for (let k = j * count; k < (j + 1) * count; k++) {
      const pixel = offset[k];
      let dot = 0;
      let dotY = 0;
      let dotZ = 0;
      for (let c = 0; c < inner; c++) {
        dot += dy[at + c] * blended[pixel + c];
        dotY += dy[at + c] * blendedSlopeY[pixel + c];
        if (dimensions === 3) dotZ += dy[at + c] * blendedSlopeZ[pixel + c];
      }
      gradient[j * dimensions] += slope[k] * dot;
      gradient[j * dimensions + 1] += weight[k] * dotY;
      if (dimensions === 3) gradient[j * dimensions + 2] += weight[k] * dotZ;
    }
  }
}
function blendedRowsWay(call, loop, lines) {
  if (!lines || loop === "slope" && call.linear) return void 0;
  const taps = createRowTaps(call, true);
  let blend = createBlend(call, taps);
  const differentiate = (gradient, dy, image) => {
    slopeBlended(blend, gradient, dy, image, call.dimensions);
    addFillSlopes(gradient, dy, taps, call);
  };
  return {
    needsPoints: false,
    plan: (lines2, row) => {
      if (!lines2) return false;
      if (call.antialias) {
        filterTaps(taps, lines2, row, call);
        blend = createBlend(call, taps);
      } else {
        computeBoxTaps(taps, lines2, row, call);
      }
      listRuns(blend);
      return true;
    },
    take: (row) => takeRow(blend, row, call),
    gather: (crop, image) => gatherBlended(blend, crop, image, call.fillValue),
    scatter: (dimage, dy) => scatterBlended(blend, dimage, dy),
    slope: (gradient, dy, image) => {
      differentiate(gradient, dy, image);
      if (!call.antialias) return;
      const byFootprints = gradient.subarray(gradient.length / 2);
      withFootprintSlopes(taps, () => {
        listRows(blend, call.image);
        differentiate(byFootprints, dy, image);
      });
    }
  };
}
function gatherCells({ count, at, part, rowAt }, crop, { values, at: imageAt, layout }) {
  const { xStride, yStride, channelStride, channels } = layout;
  const { xStride: cropXStride, channelStride: cropChannelStride } = crop.layout;
  const out = crop.values;
  const from = imageAt + rowAt;
  for (let p = 0; p < count; p++) {
    const u = part[2 * p];
    const v = part[2 * p + 1];
    const w00 = (1 - v) * (1 - u);
    const w01 = (1 - v) * u;
    const w10 = v * (1 - u);
    const w11 = v * u;
    let a = from + at[2 * p];
    let to = crop.at + at[2 * p + 1] * cropXStride;
    for (let c = 0; c < channels; c++) {
      const b = a + yStride;
      out[to] = w00 * values[a] + w01 * values[a + xStride] + w10 * values[b] + w11 * values[b + xStride];
      a += channelStride;
      to += cropChannelStride;
    }
  }
}
function createCells({ crop, dimensions }) {
  const { width } = crop;
  return { count: 0, at: new Int32Array(2 * width), part: new Float64Array(dimensions * width), rowAt: 0 };
}
function takeCells(cells, row, { image, x, y }) {
  const { at, part } = cells;
  const { xStride, yStride } = image;
  const lastX = x.size - 1;
  const lastY = y.size - 1;
  let cell = 0;
  let left = 0;
  for (let j = 0; j < row.count; j++) {
    const px = row.x[j];
    const py = row.y[j];
    if (px > 0 && px < lastX && py > 0 && py < lastY) {
      const x0 = px | 0;
      const y0 = py | 0;
      at[cell] = y0 * yStride + x0 * xStride;
      at[cell + 1] = j;
      part[cell] = px - x0;
      part[cell + 1] = py - y0;
      cell += 2;
    } else if (hasLinearTap(px, x) && hasLinearTap(py, y)) {
      row.x[left] = px;
      row.y[left] = py;
      row.point[left++] = j;
    }
  }
  cells.count = cell / 2;
  row.count = left;
}
function hasLinearTap(x, { padding, size }) {
  return !padding.readsFill || x >= -1 && x < size;
}
function scatterDense({ count, at, part, rowAt }, sums, { xStride, yStride, zStride, channelStride, channels }, dy, dimensions) {
  const slices = dimensions === 3 ? 2 : 1;
  for (let p = 0; p < count; p++) {
    const cell = rowAt + at[2 * p];
    const from = dy.at + at[2 * p + 1] * dy.layout.xStride;
    const u = part[dimensions * p];
    const v = part[dimensions * p + 1];
    const w = slices === 2 ? part[3 * p + 2] : 0;
    for (let k = 0; k < slices; k++) {
      for (let i = 0; i < 2; i++) {
        const row = (k === 0 ? 1 - w : w) * (i === 0 ? 1 - v : v);
        for (let j = 0; j < 2; j++) {
          const weight = row * (j === 0 ? 1 - u : u);
          if (weight === 0) continue;
          const to = cell + k * zStride + i * yStride + j * xStride;
          for (let c = 0; c < channels; c++) {
            sums[to + c * channelStride] += weight * dy.values[from + c * dy.layout.channelStride];
          }
        }
      }
    }
  }
}
function scatterCells(cells, dimage, dy) {
  const { values, layout } = dimage;
  if (values instanceof Float64Array) {
    scatterDense(cells, values, layout, dy, 2);
    return;
  }
  const { xStride, yStride, channelStride, channels } = layout;
  const { xStride: cropXStride, channelStride: cropChannelStride } = dy.layout;
  const { count, at, part, rowAt } = cells;
  const dyValues = dy.values;
  for (let p = 0; p < count; p++) {
    const u = part[2 * p];
    const v = part[2 * p + 1];
    const w00 = (1 - v) * (1 - u);
    const w01 = (1 - v) * u;
    const w10 = v * (1 - u);
    const w11 = v * u;
    let a = rowAt + at[2 * p];
    let from = dy.at + at[2 * p + 1] * cropXStride;
    if (w11 !== 0) {
      for (let c = 0; c < channels; c++) {
        const d = dyValues[from];
        const b = a + yStride;
        values[a] += w00 * d;
        values[a + xStride] += w01 * d;
        values[b] += w10 * d;
        values[b + xStride] += w11 * d;
        a += channelStride;
        from += cropChannelStride;
      }
      continue;
    }
    for (let c = 0; c < channels; c++) {
      const d = dyValues[from];
      values[a] += w00 * d;
      if (w01 !== 0) values[a + xStride] += w01 * d;
      if (w10 !== 0) values[a + yStride] += w10 * d;
      a += channelStride;
      from += cropChannelStride;
    }
  }
}
function slopeCells({ count, at, part, rowAt }, gradient, { values: dy, at: dyAt, layout: dyLayout }, { values, at: imageAt, layout }, { x, y }) {
  const { xStride, yStride, channelStride, channels } = layout;
  const { xStride: dyXStride, channelStride: dyChannelStride } = dyLayout;
  const from = imageAt + rowAt;
  for (let p = 0; p < count; p++) {
    let a = from + at[2 * p];
    const j = at[2 * p + 1];
    let g = dyAt + j * dyXStride;
    let d00 = 0;
    let d01 = 0;
    let d10 = 0;
    let d11 = 0;
    for (let c = 0; c < channels; c++) {
      const b = a + yStride;
      const d = dy[g];
      d00 += d * values[a];
      d01 += d * values[a + xStride];
      d10 += d * values[b];
      d11 += d * values[b + xStride];
      a += channelStride;
      g += dyChannelStride;
    }
    const u = part[2 * p];
    const v = part[2 * p + 1];
    gradient[2 * j] = x.scale * ((1 - v) * (d01 - d00) + v * (d11 - d10));
    gradient[2 * j + 1] = y.scale * ((1 - u) * (d10 - d00) + u * (d11 - d01));
  }
}
function cellsWay(call) {
  if (!call.linear || call.dimensions !== 2) return void 0;
  const cells = createCells(call);
  return {
    needsPoints: true,
    plan: () => true,
    take: (row) => takeCells(cells, row, call),
    gather: (crop, image) => gatherCells(cells, crop, image),
    scatter: (dimage, dy) => scatterCells(cells, dimage, dy),
    slope: (gradient, dy, image) => slopeCells(cells, gradient, dy, image, call)
  };
}
function layoutOf(shape, dataFormat) {
  const rank = shape.length;
  const channelsLast = dataFormat === "NHWC";
  const channels = shape[channelsLast ? rank - 1 : 1];
  const xAxis = channelsLast ? rank - 2 : rank - 1;
  const width = shape[xAxis];
  const height = shape[xAxis - 1];
  const depth = rank === 5 ? shape[xAxis - 2] : 1;
  const xStride = channelsLast ? channels : 1;
  const yStride = width * xStride;
  const zStride = height * yStride;
  return {
    batch: shape[0],
    channels,
    depth,
    height,
    width,
    batchStride: channels * depth * height * width,
    channelStride: channelsLast ? 1 : depth * height * width,
    zStride,
    yStride,
    xStride
  };
}
function sizeOf({ batch, batchStride }) {
  return batch * batchStride;
}
function hasRgbPixels({ xStride }) {
  return xStride === 3;
}
function cropsShape(imageShape, crops, size, dataFormat) {
  const { channels } = layoutOf(imageShape, dataFormat);
  return dataFormat === "NHWC" ? [crops, ...size, channels] : [crops, channels, ...size];
}
function gatherRgbColumns({ count, at, part, rowAt }, { values: crop, at: cropAt }, { values: image, at: imageAt, layout }) {
  const bottom = part[1];
  const top = 1 - bottom;
  const from = imageAt + rowAt;
  let left = -6;
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  for (let p = 0; p < count; p++) {
    const column = at[2 * p];
    if (column !== left) {
      const a = from + column;
      const b = a + layout.yStride;
      if (column === left + 3) {
        l0 = r0;
        l1 = r1;
        l2 = r2;
      } else {
        l0 = top * image[a] + bottom * image[b];
        l1 = top * image[a + 1] + bottom * image[b + 1];
        l2 = top * image[a + 2] + bottom * image[b + 2];
      }
      r0 = top * image[a + 3] + bottom * image[b + 3];
      r1 = top * image[a + 4] + bottom * image[b + 4];
      r2 = top * image[a + 5] + bottom * image[b + 5];
      left = column;
    }
    const u = part[2 * p];
    const to = cropAt + 3 * at[2 * p + 1];
    crop[to] = (1 - u) * l0 + u * r0;
    crop[to + 1] = (1 - u) * l1 + u * r1;
    crop[to + 2] = (1 - u) * l2 + u * r2;
  }
}
function createColumns(call) {
  const { width } = call.crop;
  return {
    cells: createCells(call),
    inside: 0,
    taps: createAxisTaps(width, call.mode.support),
    x: new Float64Array(width),
    point: new Int32Array(width),
    edge: 0,
    y: new Float64Array(0)
  };
}
function planColumns(columns, lines, { errors }, { image, x, mode }) {
  const { cells, point } = columns;
  const width = lines.x.length;
  const last = x.size - 1;
  const flipped = lines.x[0] > lines.x[width - 1];
  let inside = 0;
  let edge = 0;
  for (let p = 0; p < width; p++) {
    const j = flipped ? width - 1 - p : p;
    const px = lines.x[j];
    if (px > 0 && px < last) {
      const x0 = px | 0;
      cells.at[2 * inside] = x0 * image.xStride;
      cells.at[2 * inside + 1] = j;
      cells.part[2 * inside] = px - x0;
      inside++;
    } else if (hasLinearTap(px, x)) {
      point[edge++] = j;
    }
  }
  for (let p = 0; p < inside; p++) point[edge + p] = cells.at[2 * p + 1];
  for (let p = 0; p < edge + inside; p++) columns.x[p] = lines.x[point[p]];
  computeAxisTaps(columns.taps, columns.x, edge + inside, x, mode, errors[0]);
  columns.inside = inside;
  columns.edge = edge;
  columns.y = lines.y;
}
function takeColumns({ cells, inside, taps, point, edge, y }, row, call) {
  const { image, y: axis } = call;
  const py = y[row.i];
  const taken = py > 0 && py < axis.size - 1;
  cells.count = taken ? inside : 0;
  row.count = taken ? edge : hasLinearTap(py, axis) ? edge + inside : 0;
  row.columns = taps;
  row.y[0] = py;
  row.point.set(point.subarray(0, row.count));
  const y0 = py | 0;
  cells.rowAt = y0 * image.yStride;
  cells.part[1] = py - y0;
}
function asCells({ cells }) {
  const { count, part } = cells;
  for (let p = 1; p < count; p++) part[2 * p + 1] = part[1];
  return cells;
}
function scatterRgbColumns({ count, at, part, rowAt }, dimage, { values: dy, at: dyAt }) {
  const bottom = part[1];
  let left = -6;
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  for (let p = 0; p < count; p++) {
    const column = at[2 * p];
    if (column !== left) {
      if (left >= 0) {
        addPair$1(dimage, rowAt + left, bottom, l0, l1, l2);
        if (column !== left + 3) {
          addPair$1(dimage, rowAt + left + 3, bottom, r0, r1, r2);
          r0 = 0;
          r1 = 0;
          r2 = 0;
        }
      }
      l0 = r0;
      l1 = r1;
      l2 = r2;
      r0 = 0;
      r1 = 0;
      r2 = 0;
      left = column;
    }
    const u = part[2 * p];
    const from = dyAt + 3 * at[2 * p + 1];
    const d0 = dy[from];
    const d1 = dy[from + 1];
    const d2 = dy[from + 2];
    l0 += (1 - u) * d0;
    l1 += (1 - u) * d1;
    l2 += (1 - u) * d2;
    if (u !== 0) {
      r0 += u * d0;
      r1 += u * d1;
      r2 += u * d2;
    }
  }
  if (left < 0) return;
  addPair$1(dimage, rowAt + left, bottom, l0, l1, l2);
  addPair$1(dimage, rowAt + left + 3, bottom, r0, r1, r2);
}
function addPair$1({ values, layout }, a, bottom, red, green, blue) {
  values[a] += (1 - bottom) * red;
  values[a + 1] += (1 - bottom) * green;
  values[a + 2] += (1 - bottom) * blue;
  if (bottom === 0) return;
  const b = a + layout.yStride;
  values[b] += bottom * red;
  values[b + 1] += bottom * green;
  values[b + 2] += bottom * blue;
}
function slopeRgbColumns({ count, at, part, rowAt }, gradient, { values: dy, at: dyAt }, { values: image, at: imageAt, layout }, { x, y }) {
  const bottom = part[1];
  const top = 1 - bottom;
  const start = imageAt + rowAt;
  let left = -6;
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let nextA0 = 0;
  let nextA1 = 0;
  let nextA2 = 0;
  let nextB0 = 0;
  let nextB1 = 0;
  let nextB2 = 0;
  for (let p = 0; p < count; p++) {
    const column = at[2 * p];
    if (column !== left) {
      const a = start + column;
      const b = a + layout.yStride;
      if (column === left + 3) {
        a0 = nextA0;
        a1 = nextA1;
        a2 = nextA2;
        b0 = nextB0;
        b1 = nextB1;
        b2 = nextB2;
      } else {
        a0 = image[a];
        a1 = image[a + 1];
        a2 = image[a + 2];
        b0 = image[b];
        b1 = image[b + 1];
        b2 = image[b + 2];
      }
      nextA0 = image[a + 3];
      nextA1 = image[a + 4];
      nextA2 = image[a + 5];
      nextB0 = image[b + 3];
      nextB1 = image[b + 4];
      nextB2 = image[b + 5];
      left = column;
    }
    const u = part[2 * p];
    const j = at[2 * p + 1];
    const from = dyAt + 3 * j;
    const d0 = dy[from];
    const d1 = dy[from + 1];
    const d2 = dy[from + 2];
    const d00 = d0 * a0 + d1 * a1 + d2 * a2;
    const d01 = d0 * nextA0 + d1 * nextA1 + d2 * nextA2;
    const d10 = d0 * b0 + d1 * b1 + d2 * b2;
    const d11 = d0 * nextB0 + d1 * nextB1 + d2 * nextB2;
    gradient[2 * j] = x.scale * (top * (d01 - d00) + bottom * (d11 - d10));
    gradient[2 * j + 1] = y.scale * ((1 - u) * (d10 - d00) + u * (d11 - d01));
  }
}
function columnsWay(call, _loop, lines) {
  if (!lines || !call.linear || call.dimensions !== 2) return void 0;
  const columns = createColumns(call);
  const { cells } = columns;
  const rgb = hasRgbPixels(call.image);
  return {
    needsPoints: false,
    plan: (lines2, row) => {
      if (lines2) planColumns(columns, lines2, row, call);
      return lines2 !== void 0;
    },
    take: (row) => takeColumns(columns, row, call),
    gather: (crop, image) => {
      if (rgb) gatherRgbColumns(cells, crop, image);
      else gatherCells(asCells(columns), crop, image);
    },
    scatter: ({ values, at, layout }, dy) => {
      if (rgb && values instanceof Float32Array) scatterRgbColumns(cells, { values, layout }, dy);
      else scatterCells(asCells(columns), { values, layout }, dy);
    },
    slope: (gradient, dy, image) => {
      if (rgb) slopeRgbColumns(cells, gradient, dy, image, call);
      else slopeCells(asCells(columns), gradient, dy, image, call);
    }
  };
}
function gatherVolumeCells({ count, at, part }, crop, { values, at: volumeAt, layout }) {
  const { xStride, yStride, zStride, channelStride, channels } = layout;
  const { xStride: cropXStride, channelStride: cropChannelStride } = crop.layout;
  const out = crop.values;
  for (let p = 0; p < count; p++) {
    const u = part[3 * p];
    const v = part[3 * p + 1];
    const w = part[3 * p + 2];
    const row00 = (1 - w) * (1 - v);
    const row01 = (1 - w) * v;
    const row10 = w * (1 - v);
    const row11 = w * v;
    let a = volumeAt + at[2 * p];
    let to = crop.at + at[2 * p + 1] * cropXStride;
    for (let n = 0; n < channels; n++) {
      const b = a + yStride;
      const c = a + zStride;
      const d = c + yStride;
      out[to] = row00 * (1 - u) * values[a] + row00 * u * values[a + xStride] + row01 * (1 - u) * values[b] + row01 * u * values[b + xStride] + row10 * (1 - u) * values[c] + row10 * u * values[c + xStride] + row11 * (1 - u) * values[d] + row11 * u * values[d + xStride];
      a += channelStride;
      to += cropChannelStride;
    }
  }
}
function takeVolumeCells(cells, row, { image, x, y, z }) {
  const { at, part } = cells;
  const { xStride, yStride, zStride } = image;
  const lastX = x.size - 1;
  const lastY = y.size - 1;
  const lastZ = z.size - 1;
  let cell = 0;
  let left = 0;
  for (let j = 0; j < row.count; j++) {
    const px = row.x[j];
    const py = row.y[j];
    const pz = row.z[j];
    if (px > 0 && px < lastX && py > 0 && py < lastY && pz > 0 && pz < lastZ) {
      const x0 = px | 0;
      const y0 = py | 0;
      const z0 = pz | 0;
      at[2 * cell] = z0 * zStride + y0 * yStride + x0 * xStride;
      at[2 * cell + 1] = j;
      part[3 * cell] = px - x0;
      part[3 * cell + 1] = py - y0;
      part[3 * cell + 2] = pz - z0;
      cell++;
    } else if (hasLinearTap(px, x) && hasLinearTap(py, y) && hasLinearTap(pz, z)) {
      row.x[left] = px;
      row.y[left] = py;
      row.z[left] = pz;
      row.point[left++] = j;
    }
  }
  cells.count = cell;
  row.count = left;
}
function scatterVolumeCells(cells, dvolume, dy) {
  const { values, layout } = dvolume;
  if (values instanceof Float64Array) {
    scatterDense(cells, values, layout, dy, 3);
    return;
  }
  const { count, at, part } = cells;
  const { xStride, yStride, zStride, channelStride, channels } = layout;
  for (let p = 0; p < count; p++) {
    const u = part[3 * p];
    const v = part[3 * p + 1];
    const w = part[3 * p + 2];
    let a = at[2 * p];
    let from = dy.at + at[2 * p + 1] * dy.layout.xStride;
    for (let n = 0; n < channels; n++) {
      const d = dy.values[from];
      addPair(values, a, xStride, (1 - w) * (1 - v), u, d);
      addPair(values, a + yStride, xStride, (1 - w) * v, u, d);
      addPair(values, a + zStride, xStride, w * (1 - v), u, d);
      addPair(values, a + zStride + yStride, xStride, w * v, u, d);
      a += channelStride;
      from += dy.layout.channelStride;
    }
  }
}
function addPair(dvolume, a, xStride, row, u, d) {
  if (row === 0) return;
  dvolume[a] += row * (1 - u) * d;
  if (row * u !== 0) dvolume[a + xStride] += row * u * d;
}
function slopeVolumeCells({ count, at, part }, gradient, dy, { values, at: volumeAt, layout }, { x, y, z }) {
  const { xStride, yStride, zStride, channelStride, channels } = layout;
  for (let p = 0; p < count; p++) {
    let a = volumeAt + at[2 * p];
    const j = at[2 * p + 1];
    let from = dy.at + j * dy.layout.xStride;
    let d000 = 0;
    let d001 = 0;
    let d010 = 0;
    let d011 = 0;
    let d100 = 0;
    let d101 = 0;
    let d110 = 0;
    let d111 = 0;
    for (let n = 0; n < channels; n++) {
      const b = a + yStride;
      const c = a + zStride;
      const d = c + yStride;
      const g = dy.values[from];
      d000 += g * values[a];
      d001 += g * values[a + xStride];
      d010 += g * values[b];
      d011 += g * values[b + xStride];
      d100 += g * values[c];
      d101 += g * values[c + xStride];
      d110 += g * values[d];
      d111 += g * values[d + xStride];
      a += channelStride;
      from += dy.layout.channelStride;
    }
    const u = part[3 * p];
    const v = part[3 * p + 1];
    const w = part[3 * p + 2];
    const near = (1 - v) * (d001 - d000) + v * (d011 - d010);
    const far = (1 - v) * (d101 - d100) + v * (d111 - d110);
    gradient[3 * j] = x.scale * ((1 - w) * near + w * far);
    const front = (1 - u) * (d010 - d000) + u * (d011 - d001);
    const back = (1 - u) * (d110 - d100) + u * (d111 - d101);
    gradient[3 * j + 1] = y.scale * ((1 - w) * front + w * back);
    const top = (1 - u) * (d100 - d000) + u * (d101 - d001);
    const bottom = (1 - u) * (d110 - d010) + u * (d111 - d011);
    gradient[3 * j + 2] = z.scale * ((1 - v) * top + v * bottom);
  }
}
function volumeCellsWay(call) {
  if (!call.linear || call.dimensions !== 3) return void 0;
  const cells = createCells(call);
  return {
    needsPoints: true,
    plan: () => true,
    take: (row) => takeVolumeCells(cells, row, call),
    gather: (crop, volume) => gatherVolumeCells(cells, crop, volume),
    scatter: (dvolume, dy) => scatterVolumeCells(cells, dvolume, dy),
    slope: (gradient, dy, volume) => slopeVolumeCells(cells, gradient, dy, volume, call)
  };
}
const WAYS = [columnsWay, blendedRowsWay, cellsWay, volumeCellsWay];
function byImage(dy, points, call, ways = WAYS) {
  const { image, crop, imageIndex } = call;
  const from = { values: dy, at: 0, layout: crop };
  return sumPerImage(call, (sums) => {
    const images = sums.map((values) => ({ values, at: 0, layout: image }));
    forEachRow(points, call, ways, "scatter", (takers, { n }, cropAt) => {
      from.at = cropAt;
      for (const way of takers) way.scatter(images[imageIndex[n]], from);
    });
  });
}
function byPoints(dy, image, points, call, ways = WAYS) {
  const { crop, dimensions, antialias, imageIndex } = call;
  const gradient = new Float64Array(crop.width * dimensions * (antialias ? 2 : 1));
  const sum = points.startGradient();
  const along = { values: dy, at: 0, layout: crop };
  const from = { values: image, at: 0, layout: call.image };
  forEachRow(points, call, ways, "slope", (takers, row, cropAt) => {
    along.at = cropAt;
    from.at = imageIndex[row.n] * call.image.batchStride;
    gradient.fill(0);
    for (const way of takers) way.slope(gradient, along, from);
    sum.add(row, gradient);
  });
  return sum.total();
}
const AXIS_MODES = {
  nearest: { support: 1, linear: false, padsCoordinates: true, list: listNearest, curve: straight },
  bilinear: { support: 2, linear: true, padsCoordinates: true, list: listBilinear, curve: straight },
  bicubic: { support: 4, linear: false, padsCoordinates: false, list: listBicubic, curve: curveBicubic }
};
function listNearest({ index, weight }, x, points, axis) {
  const { roundsHalfUp } = axis;
  for (let p = 0; p < points; p++) {
    index[p] = pixelAt(roundsHalfUp ? roundHalfUp(x[p]) : roundHalfToEven(x[p]), axis);
    weight[p] = 1;
  }
}
function listBilinear({ index, weight, slope, scale }, x, points, axis) {
  for (let p = 0, k = 0; p < points; p++, k += 2) {
    const i = Math.floor(x[p]);
    const t = x[p] - i;
    index[k] = pixelAt(i, axis);
    index[k + 1] = t === 0 && scale[p] === 0 ? -1 : pixelAt(i + 1, axis);
    weight[k] = 1 - t;
    weight[k + 1] = t;
    slope[k] = -scale[p];
    slope[k + 1] = scale[p];
  }
}
function listBicubic({ index, weight, slope, scale }, x, points, axis) {
  const a = axis.cubicCoefficient;
  for (let p = 0; p < points; p++) {
    const i = Math.floor(x[p]);
    const t = x[p] - i;
    for (let k = 0; k < 4; k++) {
      const distance = k - 1 - t;
      index[4 * p + k] = pixelAt(i + k - 1, axis);
      weight[4 * p + k] = cubic(Math.abs(distance), a);
      slope[4 * p + k] = -Math.sign(distance) * cubicSlope(Math.abs(distance), a) * scale[p];
    }
  }
}
function straight(curvature, { count }, _, points) {
  curvature.fill(0, 0, points * count);
}
function curveBicubic(curvature, { scale }, x, points, { cubicCoefficient: a }) {
  for (let p = 0; p < points; p++) {
    const t = x[p] - Math.floor(x[p]);
    const squared = scale[p] * scale[p];
    for (let k = 0; k < 4; k++) curvature[4 * p + k] = cubicCurvature(Math.abs(k - 1 - t), a) * squared;
  }
}
function createCall(imageShape, cropShape, attrs) {
  const image = layoutOf(imageShape, attrs.dataFormat);
  const mode = AXIS_MODES[attrs.mode];
  const antialias = attrs.antialias !== void 0 && attrs.antialias > 0;
  return {
    image,
    crop: layoutOf(cropShape, attrs.dataFormat),
    dimensions: imageShape.length - 2,
    x: createAxis(image.width, attrs),
    y: createAxis(image.height, attrs),
    z: createAxis(image.depth, attrs),
    mode,
    antialias,
    linear: mode.linear && !antialias,
    fillValue: attrs.fillValue,
    imageIndex: attrs.imageIndex
  };
}
function forward(image, points, call, ways = WAYS) {
  const { fillValue, imageIndex } = call;
  const values = call.mode.support === 1 ? arrayLike(image, sizeOf(call.crop)) : new Float32Array(sizeOf(call.crop));
  const crop = { values, at: 0, layout: call.crop };
  if (fillValue !== 0) values.fill(fillValue);
  const from = { values: image, at: 0, layout: call.image };
  forEachRow(points, call, ways, "gather", (takers, { n }, cropAt) => {
    crop.at = cropAt;
    from.at = imageIndex[n] * call.image.batchStride;
    for (const way of takers) way.gather(crop, from);
  });
  return values;
}
function arrayLike(array, length) {
  return new array.constructor(length);
}
export {
  COORDINATE_ROUNDING as C,
  NO_LINES as N,
  affineGrid as a,
  baseAxes as b,
  createLines as c,
  addThetaGradient as d,
  cropsShape as e,
  createCall as f,
  forward as g,
  byImage as h,
  byPoints as i,
  createTaps as j,
  affineGridGradTheta as k,
  takePoints as t
};
