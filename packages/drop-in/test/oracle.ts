import type { FillMode } from '../src/index.js';

/** An image of float64 numbers, [B,H,W,C] as a flat list. */
export interface Pixels {
  values: readonly number[];
  shape: readonly [number, number, number, number];
}

type Size = readonly [height: number, width: number];

const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const clamp = (x: number, most: number): number => Math.min(Math.max(x, 0), most);

/** Every output [n,i,j,c], in order. */
function outputs(
  n: number,
  [h, w]: Size,
  channels: number,
  value: (n: number, i: number, j: number, c: number) => number,
) {
  return count(n).flatMap((b) =>
    count(h).flatMap((i) => count(w).flatMap((j) => count(channels).map((c) => value(b, i, j, c)))),
  );
}

/** One pixel; `outside` beyond the edges. */
export function pixel(
  { values, shape: [, H, W, C] }: Pixels,
  b: number,
  y: number,
  x: number,
  c: number,
  outside: number,
) {
  return y < 0 || y >= H || x < 0 || x >= W ? outside : values[((b * H + y) * W + x) * C + c];
}

export function bilinear(image: Pixels, b: number, y: number, x: number, c: number, outside = 0): number {
  const [y0, x0] = [Math.floor(y), Math.floor(x)];
  const row = (at: number): number =>
    (x0 + 1 - x) * pixel(image, b, at, x0, c, outside) + (x - x0) * pixel(image, b, at, x0 + 1, c, outside);
  return (y0 + 1 - y) * row(y0) + (y - y0) * row(y0 + 1);
}

/** A sample on the nearest place inside the image. */
export function onBorder(image: Pixels, b: number, y: number, x: number, c: number): number {
  return bilinear(image, b, clamp(y, image.shape[1] - 1), clamp(x, image.shape[2] - 1), c);
}

export function cropAndResize(image: Pixels, boxes: number[][], boxInd: number[], size: Size, extrapolation: number) {
  const [, H, W, C] = image.shape;
  const place = (near: number, far: number, i: number, n: number, length: number): number =>
    (n === 1 ? (near + far) / 2 : near + (i * (far - near)) / (n - 1)) * (length - 1);
  return outputs(boxes.length, size, C, (n, i, j, c) => {
    const [y1, x1, y2, x2] = boxes[n];
    const [y, x] = [place(y1, y2, i, size[0], H), place(x1, x2, j, size[1], W)];
    if (y < 0 || y > H - 1 || x < 0 || x > W - 1) return extrapolation;
    return onBorder(image, boxInd[n], y, x, c);
  });
}

/** Where TensorFlow reads a coordinate of an axis, by what it does outside. */
export const MAPPED: Record<FillMode, (x: number, length: number) => number> = {
  constant: (x) => x,
  nearest: (x, length) => clamp(x, length - 1),
  reflect: (x, length) => {
    const phase = Math.abs(x + 0.5) % (2 * length);
    return clamp((phase < length ? phase : 2 * length - phase) - 0.5, length - 1);
  },
  wrap: (x, length) => {
    const lap = length - 1;
    if (x < 0) return clamp(x + length * (Math.trunc(-x / lap) + 1), lap);
    return clamp(x > lap ? x - length * Math.trunc(x / lap) : x, lap);
  },
};

export function transform(image: Pixels, transforms: number[][], fillMode: FillMode, fillValue: number, size: Size) {
  const [B, H, W, C] = image.shape;
  return outputs(B, size, C, (n, i, j, c) => {
    const [a0, a1, a2, b0, b1, b2, c0, c1] = transforms.length === 1 ? transforms[0] : transforms[n];
    const k = c0 * j + c1 * i + 1;
    const y = MAPPED[fillMode]((b0 * j + b1 * i + b2) / k, H);
    const x = MAPPED[fillMode]((a0 * j + a1 * i + a2) / k, W);
    return bilinear(image, n, y, x, c, fillValue);
  });
}

export function resizeBilinear(image: Pixels, size: Size, alignCorners: boolean, halfPixelCenters: boolean) {
  const [B, H, W, C] = image.shape;
  const place = (i: number, n: number, length: number): number => {
    if (alignCorners) return n === 1 ? 0 : (i * (length - 1)) / (n - 1);
    return halfPixelCenters ? ((i + 0.5) * length) / n - 0.5 : (i * length) / n;
  };
  return outputs(B, size, C, (n, i, j, c) => onBorder(image, n, place(i, size[0], H), place(j, size[1], W), c));
}

interface RoiOptions {
  spatialScale: number;
  aligned: boolean;
}

export function roiAlign(
  image: Pixels,
  boxes: number[][],
  boxIndex: number[],
  [h, w]: Size,
  { spatialScale, aligned, samplingRatio }: RoiOptions & { samplingRatio: number },
) {
  const [, H, W, C] = image.shape;
  const axis = (near: number, far: number, n: number): { at: (q: number) => number; samples: number } => {
    const start = near * spatialScale - (aligned ? 0.5 : 0);
    const length = aligned ? (far - near) * spatialScale : Math.max((far - near) * spatialScale, 1);
    const samples = samplingRatio > 0 ? samplingRatio : Math.ceil(length / n);
    return { at: (q) => start + (q * length) / (n * samples), samples };
  };
  return outputs(boxes.length, [h, w], C, (n, i, j, c) => {
    const [y, x] = [axis(boxes[n][1], boxes[n][3], h), axis(boxes[n][0], boxes[n][2], w)];
    let total = 0;
    for (const p of count(Math.max(y.samples, 0))) {
      for (const q of count(Math.max(x.samples, 0))) {
        const [atY, atX] = [y.at(i * y.samples + p + 0.5), x.at(j * x.samples + q + 0.5)];
        if (atY < -1 || atY > H || atX < -1 || atX > W) continue;
        total += onBorder(image, boxIndex[n], atY, atX, c);
      }
    }
    return total / Math.max(y.samples * x.samples, 1);
  });
}

export function prRoiPool(
  image: Pixels,
  boxes: number[][],
  boxIndex: number[],
  [h, w]: Size,
  { spatialScale, aligned }: RoiOptions,
) {
  const [, H, W, C] = image.shape;
  /** The integral of a tent of height and reach 1 up to d. */
  const below = (d: number): number => {
    if (d <= 0) return Math.max(d + 1, 0) ** 2 / 2;
    return 1 - Math.max(1 - d, 0) ** 2 / 2;
  };
  const weight = (near: number, far: number, i: number, n: number, k: number): number => {
    const edge = (q: number): number => (near + ((far - near) * q) / n) * spatialScale - (aligned ? 0.5 : 0);
    const [a, b] = [edge(i), edge(i + 1)];
    return b <= a ? 0 : (below(b - k) - below(a - k)) / (b - a);
  };
  return outputs(boxes.length, [h, w], C, (n, i, j, c) => {
    const [x1, y1, x2, y2] = boxes[n];
    const along = (y: number): number =>
      count(W).reduce((sum, x) => sum + weight(x1, x2, j, w, x) * pixel(image, boxIndex[n], y, x, c, 0), 0);
    return count(H).reduce((sum, y) => sum + weight(y1, y2, i, h, y) * along(y), 0);
  });
}
