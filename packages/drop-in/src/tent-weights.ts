import {
  add,
  clipByValue,
  concat,
  customGrad,
  div,
  type GradSaveFunc,
  greater,
  mul,
  reshape,
  slice,
  split,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tensor,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';

/**
 * How much of each pixel is in the mean over each of n bins along an axis: ends [N,2] give [N,n,length]. Pixel k is a tent from
 * k - 1 to k + 1, as bilinear sampling has it. A bin whose end is not after its start has no part of any pixel. Differentiable, once.
 *
 * A bin is cut where the tent bends; on each piece the tent's mean is its height at the middle. Nothing cancels, so bins may be
 * very short.
 */
export function tentWeights(ends: Tensor2D, n: number, length: number): Tensor3D {
  return customGrad<Tensor3D>((...args) => {
    // tfjs appends `save` to the inputs; what the gradient needs must go through it.
    const [given, save] = args as [Tensor, GradSaveFunc];
    save([given]);
    const gradFunc = (dy: Tensor, [saved]: Tensor[]): Tensor => tidy(() => byEnds(dy, saved, n, length));
    return { value: tidy(() => weights(binsAround(given, n, length))), gradFunc };
  })(ends);
}

/** Bins as each pixel sees them, [N,n,length]: where they begin and end, from its centre; and whether they go forwards. */
interface Bins {
  from: Tensor;
  to: Tensor;
  goesOn: Tensor;
}

function binsAround(ends: Tensor, n: number, length: number): Bins {
  const [near, far] = split(ends, 2, 1);
  const { before, after } = shares(n);
  const pixels = tensor(
    Array.from({ length }, (_, k) => k),
    [1, 1, length],
  );
  const edges = add(mul(near, before), mul(far, after));
  const [from, to] = [0, 1].map((first) => sub(reshape(slice(edges, [0, first], [-1, n]), [-1, n, 1]), pixels));
  return { from, to, goesOn: greater(to, from) };
}

/** How much of the first and of the last end is in each of the n + 1 edges of the bins, [1,n+1]. */
function shares(n: number): { before: Tensor; after: Tensor } {
  const after = Array.from({ length: n + 1 }, (_, i) => i / n);
  const before = after.map((q) => 1 - q);
  return { before: tensor(before, [1, n + 1]), after: tensor(after, [1, n + 1]) };
}

/** The piece of a bin on one side of the tent, and the tent's slope there. */
interface Piece {
  length: Tensor;
  middle: Tensor;
  slope: 1 | -1;
}

function pieces({ from, to }: Bins): Piece[] {
  return ([1, -1] as const).map((slope) => {
    const [least, most] = slope === 1 ? [-1, 0] : [0, 1];
    const [begin, end] = [from, to].map((x) => clipByValue(x, least, most));
    return { length: sub(end, begin), middle: mul(add(begin, end), 0.5), slope };
  });
}

function weights(bins: Bins): Tensor3D {
  const [rising, falling] = pieces(bins).map(({ length, middle, slope }) => mul(length, add(mul(middle, slope), 1)));
  return where(bins.goesOn, div(add(rising, falling), sub(bins.to, bins.from)), zerosLike(bins.from)) as Tensor3D;
}

/** The tent's slope, weighted by how far each of its places is from the other end of the bin. */
function byEnds(dy: Tensor, ends: Tensor, n: number, length: number): Tensor {
  const bins = binsAround(ends, n, length);
  const { from, to, goesOn } = bins;
  const whole = sub(to, from);
  const slopeBy = (distance: (middle: Tensor) => Tensor): Tensor => {
    const [rising, falling] = pieces(bins).map((piece) => {
      return mul(mul(div(piece.length, whole), div(distance(piece.middle), whole)), piece.slope);
    });
    const slopes = where(goesOn, add(rising, falling), zerosLike(rising));
    return sum(mul(dy, slopes), 2);
  };
  const dfrom = slopeBy((middle) => sub(to, middle));
  const dto = slopeBy((middle) => sub(middle, from));
  const { before, after } = shares(n);
  const share = (of: Tensor, first: number): Tensor => slice(of, [0, first], [1, n]);
  const total = (of: Tensor): Tensor => sum(add(mul(dfrom, share(of, 0)), mul(dto, share(of, 1))), 1, true);
  return concat([total(before), total(after)], 1);
}
