import {
  abs,
  add,
  cast,
  clipByValue,
  concat,
  customGrad,
  floor,
  type GradSaveFunc,
  greater,
  less,
  logicalAnd,
  logicalOr,
  mul,
  neg,
  onesLike,
  split,
  sub,
  type Tensor,
  type Tensor4D,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';

/**
 * Points [N,h,w,2] in pixels as TensorFlow's `'wrap'` maps them into an image of [W,H] pixels: by W for each W - 1 that they are off,
 * which is no repetition; and what is outside then is set on the border, where its slope is 0. Differentiable, once.
 */
export function wrapped(points: Tensor4D, size: readonly number[]): Tensor4D {
  return perAxis(points, size, {
    place: (x, length) => onto(shifted(x, length), length),
    slope: (x, length) => {
      const place = shifted(x, length);
      return cast(logicalAnd(greater(place, 0), less(place, length - 1)), 'float32');
    },
  });
}

/** Points mirrored about the outer edges of the image, and set on the outermost pixels beyond their centres. Differentiable, once. */
export function reflected(points: Tensor4D, size: readonly number[]): Tensor4D {
  return perAxis(points, size, {
    place: (x, length) => onto(mirrored(x, length).place, length),
    slope: (x, length) => {
      const { place, slope } = mirrored(x, length);
      const isInside = logicalAnd(greater(place, 0), less(place, length - 1));
      return where(isInside, slope, zerosLike(slope));
    },
  });
}

function mirrored(x: Tensor, length: number): { place: Tensor; slope: Tensor } {
  const distance = abs(add(x, 0.5));
  const phase = sub(distance, mul(floor(mul(distance, 1 / (2 * length))), 2 * length));
  const isOut = less(phase, length);
  const outward = where(isOut, onesLike(x), neg(onesLike(x)));
  return {
    place: sub(where(isOut, phase, sub(2 * length, phase)), 0.5),
    slope: where(less(x, -0.5), neg(outward), outward),
  };
}

/** Points at whole pixels, a half up, as TensorFlow.js rounds. A step has no slope. */
export function roundedHalfUp(points: Tensor4D): Tensor4D {
  return perAxis(points, [0, 0], { place: (x) => floor(add(x, 0.5)), slope: (x) => mul(x, 0) });
}

/** Set on the outermost pixels; what is not a number stays none, also where tfjs asks for no more than one number. */
function onto(x: Tensor, length: number): Tensor {
  return add(clipByValue(x, 0, length - 1), mul(x, 0));
}

function shifted(x: Tensor, length: number): Tensor {
  if (length <= 1) return where(logicalOr(less(x, 0), greater(x, length - 1)), mul(x, 0), x);
  const laps = (of: Tensor): Tensor => floor(mul(of, 1 / (length - 1)));
  const fromBelow = add(x, mul(add(laps(neg(x)), 1), length));
  const fromAbove = sub(x, mul(laps(x), length));
  return where(less(x, 0), fromBelow, where(greater(x, length - 1), fromAbove, x));
}

interface Mapping {
  place: (x: Tensor, length: number) => Tensor;
  slope: (x: Tensor, length: number) => Tensor;
}

function perAxis(points: Tensor4D, size: readonly number[], { place, slope }: Mapping): Tensor4D {
  const each = (x: Tensor, map: (one: Tensor, length: number) => Tensor): Tensor4D =>
    concat(
      split(x, 2, 3).map((one, axis) => map(one, size[axis])),
      3,
    ) as Tensor4D;
  return customGrad((...args) => {
    // tfjs appends `save` to the inputs; what the gradient needs must go through it.
    const [given, save] = args as [Tensor, GradSaveFunc];
    save([given]);
    const gradFunc = (dy: Tensor, [saved]: Tensor[]): Tensor => tidy(() => mul(dy, each(saved, slope)));
    return { value: tidy(() => each(given, place)), gradFunc };
  })(points);
}
