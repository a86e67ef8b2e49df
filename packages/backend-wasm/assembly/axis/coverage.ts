/** How much of an output lies inside the image along one axis, from 0 to 1, with its derivatives. */
@unmanaged
export class Coverage {
  inside: f64;
  /** By the coordinate of the output's centre, in pixels. */
  slope: f64;
  /** By the output's size. */
  sizeSlope: f64;

  /** All of it. */
  whole(): void {
    this.inside = 1;
    this.slope = 0;
    this.sizeSlope = 0;
  }

  /**
   * Of an output of so many pixels around x, on an axis of `length` pixels: exactly 1 where neither end is cut. One that ends
   * where the image does counts as cut there, as a plain point on the last pixel does.
   */
  compute(x: f64, size: f64, length: f64): void {
    const low = x - size / 2;
    const high = x + size / 2;
    const isLowIn = low >= -0.5;
    const isHighIn = high < length - 0.5;
    if (isLowIn && isHighIn) {
      this.whole();
      return;
    }
    const inside = max<f64>(0, min(high, length - 0.5) - max(low, -0.5)) / size;
    this.inside = inside;
    this.slope = ((isHighIn ? 1 : 0) - (isLowIn ? 1 : 0)) / size;
    this.sizeSlope = ((isHighIn ? 1 : 0) + (isLowIn ? 1 : 0)) / (2 * size) - inside / size;
  }
}
