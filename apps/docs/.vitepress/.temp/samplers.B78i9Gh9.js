import { p as pixelAxis, P as PLAIN_OPTIONS } from "./pixel-axis.C2l3ct7h.js";
import { g as gridSample, a as gridSampleGradGrid } from "./grid-sample.Bs5_fLZr.js";
function sampleRow(pixels, positions, sampler, options = {}) {
  const image = Float32Array.from(pixels);
  const imageShape = [1, 1, pixels.length, 1];
  const attrs = { ...PLAIN_OPTIONS, ...options };
  const { fromPixels } = pixelAxis(pixels.length, attrs.alignCorners);
  const grid = Float32Array.from(positions.flatMap((x) => [fromPixels(x), 0]));
  const gridShape = [1, 1, positions.length, 2];
  const values = gridSample(image, imageShape, grid, gridShape, { ...attrs, ...sampler });
  const { mode, cubicCoefficient } = sampler;
  if (mode === "nearest") return { values, slopes: positions.map(() => 0) };
  const dy = new Float32Array(positions.length).fill(1);
  const shape = [1, 1, positions.length, 1];
  const all = { ...attrs, mode, cubicCoefficient };
  const dgrid = gridSampleGradGrid(dy, shape, image, imageShape, grid, gridShape, all);
  const perPixel = fromPixels(1) - fromPixels(0);
  return { values, slopes: positions.map((_, k) => dgrid[2 * k] * perPixel) };
}
const BILINEAR = { mode: "bilinear", cubicCoefficient: -0.75 };
const SAMPLERS = {
  nearest: { mode: "nearest", cubicCoefficient: -0.75 },
  bilinear: BILINEAR,
  "bicubic, −0.75": { mode: "bicubic", cubicCoefficient: -0.75 },
  "bicubic, −0.5": { mode: "bicubic", cubicCoefficient: -0.5 }
};
function samplerCode({ mode, cubicCoefficient }) {
  if (mode === "bilinear") return "";
  return mode === "bicubic" && cubicCoefficient !== -0.75 ? `, { mode: '${mode}', cubicCoefficient: ${cubicCoefficient} }` : `, { mode: '${mode}' }`;
}
export {
  BILINEAR as B,
  SAMPLERS as S,
  samplerCode as a,
  sampleRow as s
};
