import { C as COORDINATE_ROUNDING, c as createLines, N as NO_LINES, b as baseAxes, d as addThetaGradient, e as cropsShape, f as createCall, g as forward, h as byImage, i as byPoints } from "./forward.APiXjFIZ.js";
function perspectiveAxes(theta, at, [height, width], [rows, columns], alignCorners) {
  const sign = facing(theta, at);
  const entries = Array.from({ length: 9 }, (_, k) => sign * theta[at + k]);
  const last = entries.slice(6);
  const columnsApart = apart(columns, alignCorners);
  const rowsApart = apart(rows, alignCorners);
  const line = ([u, v, one], scale) => ({
    perX: u * columnsApart * scale,
    perY: v * rowsApart * scale,
    base: (one - (columnsApart > 0 ? u : 0) - (rowsApart > 0 ? v : 0)) * scale
  });
  const inPixels = (row, length) => line(
    row.map((entry, k) => entry + last[k]),
    (alignCorners ? length - 1 : length) / 2
  );
  const [x, y] = [entries.slice(0, 3), entries.slice(3, 6)];
  const error = (row, length) => {
    const sum = [...row, ...last].reduce((total, entry) => total + Math.abs(entry), 0);
    return last[2] > 0 ? COORDINATE_ROUNDING * sum * length / last[2] : 0;
  };
  return {
    x: inPixels(x, width),
    y: inPixels(y, height),
    w: line(last, 1),
    offset: alignCorners ? 0 : 0.5,
    errors: [error(x, width), error(y, height), 0]
  };
}
function apart(outputs, alignCorners) {
  if (!alignCorners) return 2 / outputs;
  return outputs > 1 ? 2 / (outputs - 1) : 0;
}
function rowAt(theta, at, u, v) {
  return theta[at] * u + theta[at + 1] * v + theta[at + 2];
}
function facing(theta, at) {
  return theta[at + 8] < 0 ? -1 : 1;
}
function isFinitePerspective(theta, at) {
  for (let k = 0; k < 9; k++) if (!Number.isFinite(theta[at + k])) return false;
  return true;
}
function isAffine(theta, at) {
  return theta[at + 6] === 0 && theta[at + 7] === 0 && theta[at + 8] === 1;
}
function footprintOf(perX, perY, perZ) {
  return Math.max(1, Math.hypot(perX, perY, perZ));
}
function outputSteps(imageSize, size, alignCorners) {
  const along = [...size].reverse().map((outputs) => apart(outputs, alignCorners) / 2);
  return [...imageSize].reverse().map((length) => along.map((step) => step * (alignCorners ? length - 1 : length)));
}
function addFootprintGradient(sums, gradient, axes, steps) {
  const dimensions = axes.length;
  axes.forEach(({ perX, perY, perZ }, axis) => {
    const footprint = footprintOf(perX, perY, perZ);
    if (footprint === 1) return;
    let sum = 0;
    for (let at = gradient.length / 2 + axis; at < gradient.length; at += dimensions) sum += gradient[at];
    steps[axis].forEach((step, k) => {
      sums[axis * (dimensions + 1) + k] += sum * [perX, perY, perZ][k] * step / footprint;
    });
  });
}
function thetaAxes(theta, at, imageSize, size, alignCorners) {
  const dimensions = size.length;
  const axes = [];
  for (let axis = 0; axis < dimensions; axis++) {
    const row = at + axis * (dimensions + 1);
    const length = imageSize[dimensions - 1 - axis];
    const extent = alignCorners ? length - 1 : length;
    const per = [0, 0, 0];
    let centre = theta[row + dimensions] + 1;
    let sum = Math.abs(theta[row + dimensions]) + 1;
    for (let k = 0; k < dimensions; k++) {
      sum += Math.abs(theta[row + k]);
      const outputs = size[dimensions - 1 - k];
      if (alignCorners && outputs === 1) continue;
      per[k] = theta[row + k] * extent / (alignCorners ? outputs - 1 : outputs);
      centre -= theta[row + k];
    }
    const base = extent * centre / 2 - (alignCorners ? 0 : 0.5);
    axes.push({
      perX: per[0],
      perY: per[1],
      perZ: per[2],
      base,
      offset: alignCorners ? 0 : 0.5,
      error: COORDINATE_ROUNDING * sum * length
    });
  }
  return axes;
}
function isFiniteTheta(theta, at, dimensions) {
  for (let k = 0; k < dimensions * (dimensions + 1); k++) if (!Number.isFinite(theta[at + k])) return false;
  return true;
}
function isAxisAligned(theta, at, dimensions) {
  for (let row = 0; row < dimensions; row++) {
    for (let k = 0; k < dimensions; k++) {
      if (row !== k && theta[at + row * (dimensions + 1) + k] !== 0) return false;
    }
  }
  return true;
}
function affinePoints(theta, { image, crop, dimensions, antialias }, { size, alignCorners }) {
  const entries = dimensions * (dimensions + 1);
  const imageSize = dimensions === 2 ? [image.height, image.width] : [image.depth, image.height, image.width];
  const lines = createLines(crop.width, crop.height, crop.depth);
  const most = Math.max(crop.width, crop.height, crop.depth);
  const footprints = antialias ? createLines(most, most, most) : NO_LINES;
  let axes = [];
  return {
    turnTo: (row, n) => {
      const of = thetaAxes(theta, n * entries, imageSize, size, alignCorners);
      row.errors = of.map(({ error }) => error);
      const finite = isFiniteTheta(theta, n * entries, dimensions);
      axes = finite ? of : [];
      const [x, y, z] = of;
      if (antialias) {
        footprints.x.fill(footprintOf(x.perX, x.perY, x.perZ));
        footprints.y.fill(footprintOf(y.perX, y.perY, y.perZ));
        if (z) footprints.z.fill(footprintOf(z.perX, z.perY, z.perZ));
        row.footprints = footprints;
      }
      if (!finite || !isAxisAligned(theta, n * entries, dimensions)) return void 0;
      coordinatesAlong(lines.x, x, x.perX, 0);
      coordinatesAlong(lines.y, y, y.perY, 0);
      if (z) coordinatesAlong(lines.z, z, z.perZ, 0);
      return lines;
    },
    read: (row) => {
      readAlong(row.x, axes[0], row);
      readAlong(row.y, axes[1], row);
      if (dimensions === 3) readAlong(row.z, axes[2], row);
    },
    startGradient: () => {
      const sums = new Float64Array(theta.length);
      const { u, v, w } = baseAxes(size, alignCorners);
      const steps = antialias ? outputSteps(imageSize, size, alignCorners) : [];
      return {
        add: ({ n, i, k }, gradient) => {
          const own = sums.subarray(n * entries, (n + 1) * entries);
          addThetaGradient(own, gradient, dimensions, u, v[i], w[k]);
          if (antialias) addFootprintGradient(own, gradient, axes, steps);
        },
        total: () => Float32Array.from(sums)
      };
    }
  };
}
function readAlong(x, axis, { i, k }) {
  if (!axis) x.fill(Number.NaN);
  else coordinatesAlong(x, axis, axis.perX, axis.perY * (i + axis.offset) + axis.perZ * (k + axis.offset));
}
function coordinatesAlong(x, { base, offset }, per, start) {
  const from = start + base;
  for (let p = 0; p < x.length; p++) x[p] = per * (p + offset) + from;
}
function affineSample(image, imageShape, theta, attrs) {
  const shape = cropsShape(imageShape, attrs.imageIndex.length, attrs.size, attrs.dataFormat);
  const call = createCall(imageShape, shape, attrs);
  return forward(image, affinePoints(theta, call, attrs), call);
}
function affineSampleGradImage(dy, dyShape, theta, attrs) {
  const call = createCall(attrs.imageShape, dyShape, attrs);
  return byImage(dy, affinePoints(theta, call, attrs), call);
}
function affineSampleGradTheta(dy, dyShape, image, imageShape, theta, attrs) {
  const call = createCall(imageShape, dyShape, attrs);
  return byPoints(dy, image, affinePoints(theta, call, attrs), call);
}
export {
  affineSample as a,
  affineSampleGradImage as b,
  affineSampleGradTheta as c,
  affinePoints as d,
  isAffine as e,
  facing as f,
  footprintOf as g,
  isFinitePerspective as i,
  outputSteps as o,
  perspectiveAxes as p,
  rowAt as r
};
