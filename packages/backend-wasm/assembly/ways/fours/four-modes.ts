import { FourAxis } from './four-axis';

/** The first taps of four padded coordinates: for nearest the only one. */
@unmanaged
export class Nearest {
  @inline
  first<P>(axis: FourAxis, padding: P, padded: v128): v128 {
    return padding.round(axis, padded);
  }

  /** Whether points lie between taps. */
  @inline
  between(): bool {
    return false;
  }
}

@unmanaged
export class FirstBelow {
  @inline
  first<P>(_axis: FourAxis, _padding: P, padded: v128): v128 {
    return f32x4.floor(padded);
  }

  @inline
  between(): bool {
    return true;
  }
}
