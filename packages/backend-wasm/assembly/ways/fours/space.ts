/** What points lie in, for loops that are generic over it: an image. It has no fields: an instance is `changetype<D>(0)`. */
@unmanaged
export class Flat {
  @inline
  get isVolume(): bool {
    return false;
  }
}

/** A volume: squares of pixels have others behind them. */
@unmanaged
export class Deep {
  @inline
  get isVolume(): bool {
    return true;
  }
}
