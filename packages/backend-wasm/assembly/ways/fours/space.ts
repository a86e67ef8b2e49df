/** What points lie in, for loops that are generic over it: an image. It has no fields: an instance is `changetype<D>(0)`. */
@unmanaged
export class InImage {
  @inline
  get isVolume(): bool {
    return false;
  }
}

/** A volume: squares of pixels have others behind them. */
@unmanaged
export class InVolume {
  @inline
  get isVolume(): bool {
    return true;
  }
}
