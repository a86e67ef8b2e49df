/**
 * Sums over the copies of one pixel of an image that is repeated: of the powers 0 to 3 of their distances from a filter's
 * centre. They take as long for any number of copies.
 */
@unmanaged
export class PowerSums {
  p0: f64;
  p1: f64;
  p2: f64;
  p3: f64;

  /**
   * Of copies that lie `first`, `first + 1`, … periods from the centre. Distances are in units of `unit` periods, and those
   * from low to high count: low alone of the two ends where `isBefore` the centre, high alone behind it.
   */
  compute(first: f64, low: f64, high: f64, unit: f64, isBefore: bool): void {
    const fromLow = low * unit - first;
    const fromHigh = high * unit - first;
    const skipped = max<f64>(0, isBefore ? ceil(fromLow) : floor(fromLow) + 1);
    const n = max<f64>(0, (isBefore ? ceil(fromHigh) : floor(fromHigh) + 1) - skipped);
    const start = (first + skipped) / unit;
    const step = 1 / unit;
    // Σ m, Σ m² and Σ m³ of m = 0 to n - 1, where a step is as long as it is.
    const m1 = (n * (n - 1) * step) / 2;
    const m2 = (m1 * (2 * n - 1) * step) / 3;
    const m3 = m1 * m1 * step;
    this.p0 = n;
    this.p1 = n * start + m1;
    this.p2 = (n * start + 2 * m1) * start + m2;
    this.p3 = ((n * start + 3 * m1) * start + 3 * m2) * start + m3;
  }
}
