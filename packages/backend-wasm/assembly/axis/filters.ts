import { PowerSums } from './power-sums';

/**
 * The filters of antialias, one class each, for loops that are generic over them. None has fields: an instance is
 * `changetype<F>(0)`. At distance d of a point, in units of its size, `weight` is that of a pixel, before all are made to
 * sum to 1, and `slope` its derivative by d; beyond `radius` both are 0. `a` is the coefficient of the cubic. Of each part of
 * a filter, between the whole distances `part` and `part + 1`, `weights`, `slopes` and `turns` are the sums of weight, of
 * slope and of slope · d over pixels whose powers of distances were summed.
 */
@unmanaged
export class Tent {
  @inline
  get radius(): f64 {
    return 1;
  }

  @inline
  weight(d: f64, _a: f64): f64 {
    const e = abs(d);
    return e < 1 ? 1 - e : 0;
  }

  /** Half-open at its kinks, so that an output as large as a pixel has the slopes of plain bilinear at whole coordinates. */
  @inline
  slope(d: f64, _a: f64): f64 {
    if (d > 0) return d <= 1 ? -1 : 0;
    return d > -1 ? 1 : 0;
  }

  @inline
  weights(sums: PowerSums, _part: f64, _a: f64): f64 {
    return sums.p0 - sums.p1;
  }

  @inline
  slopes(sums: PowerSums, _part: f64, _a: f64): f64 {
    return -sums.p0;
  }

  @inline
  turns(sums: PowerSums, _part: f64, _a: f64): f64 {
    return -sums.p1;
  }
}

/** Keys's cubic convolution kernel. */
@unmanaged
export class Keys {
  @inline
  get radius(): f64 {
    return 2;
  }

  @inline
  weight(d: f64, a: f64): f64 {
    const e = abs(d);
    if (e <= 1) return ((a + 2) * e - (a + 3)) * e * e + 1;
    return e < 2 ? (((e - 5) * e + 8) * e - 4) * a : 0;
  }

  @inline
  slope(d: f64, a: f64): f64 {
    const e = abs(d);
    let byDistance: f64 = 0;
    if (e <= 1) byDistance = (3 * (a + 2) * e - 2 * (a + 3)) * e;
    else if (e < 2) byDistance = ((3 * e - 10) * e + 8) * a;
    return d < 0 ? -byDistance : byDistance;
  }

  @inline
  weights(sums: PowerSums, part: f64, a: f64): f64 {
    if (part === 0) return (a + 2) * sums.p3 - (a + 3) * sums.p2 + sums.p0;
    return (sums.p3 - 5 * sums.p2 + 8 * sums.p1 - 4 * sums.p0) * a;
  }

  @inline
  slopes(sums: PowerSums, part: f64, a: f64): f64 {
    if (part === 0) return 3 * (a + 2) * sums.p2 - 2 * (a + 3) * sums.p1;
    return (3 * sums.p2 - 10 * sums.p1 + 8 * sums.p0) * a;
  }

  @inline
  turns(sums: PowerSums, part: f64, a: f64): f64 {
    if (part === 0) return 3 * (a + 2) * sums.p3 - 2 * (a + 3) * sums.p2;
    return (3 * sums.p3 - 10 * sums.p2 + 8 * sums.p1) * a;
  }
}
