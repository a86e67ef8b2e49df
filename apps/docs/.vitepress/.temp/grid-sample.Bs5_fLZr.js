import { e as cropsShape, f as createCall, g as forward, i as byPoints, h as byImage } from "./forward.APiXjFIZ.js";
function gridPoints(grid, gridShape, { x, y, z }, alignCorners) {
  const dimensions = gridShape.length - 2;
  const [width, height, depth = 1] = gridShape.slice(1, -1).reverse();
  const shift = alignCorners ? 0 : 0.5;
  const rowAt = ({ n, i, k }) => ((n * depth + k) * height + i) * width * dimensions;
  return {
    turnTo: () => void 0,
    read: (row) => {
      const at = rowAt(row);
      unnormalise(row.x, grid, at, dimensions, x.scale, shift);
      unnormalise(row.y, grid, at + 1, dimensions, y.scale, shift);
      if (dimensions === 3) unnormalise(row.z, grid, at + 2, dimensions, z.scale, shift);
    },
    startGradient: () => {
      const dgrid = new Float32Array(grid.length);
      return { add: (row, gradient) => dgrid.set(gradient, rowAt(row)), total: () => dgrid };
    }
  };
}
function unnormalise(x, grid, from, step, scale, shift) {
  for (let j = 0, at = from; j < x.length; j++, at += step) x[j] = (grid[at] + 1) * scale - shift;
}
function gridSample(image, imageShape, grid, gridShape, attrs) {
  const shape = cropsShape(imageShape, gridShape[0], gridShape.slice(1, -1), attrs.dataFormat);
  const call = createCall(imageShape, shape, attrs);
  return forward(image, gridPoints(grid, gridShape, call, attrs.alignCorners), call);
}
function gridSampleGradImage(dy, dyShape, grid, gridShape, attrs) {
  const call = createCall(attrs.imageShape, dyShape, attrs);
  return byImage(dy, gridPoints(grid, gridShape, call, attrs.alignCorners), call);
}
function gridSampleGradGrid(dy, dyShape, image, imageShape, grid, gridShape, attrs) {
  const call = createCall(imageShape, dyShape, attrs);
  return byPoints(dy, image, gridPoints(grid, gridShape, call, attrs.alignCorners), call);
}
export {
  gridSampleGradGrid as a,
  gridSampleGradImage as b,
  gridPoints as c,
  gridSample as g
};
