/** An array somewhere in the heap, without a header or bounds: what a typed array is to JavaScript. */
@unmanaged
export class Pointer<T> {
  @inline
  @operator('[]')
  get(i: i32): T {
    return load<T>(changetype<usize>(this) + ((<usize>i) << alignof<T>()));
  }

  @inline
  @operator('[]=')
  set(i: i32, value: T): void {
    store<T>(changetype<usize>(this) + ((<usize>i) << alignof<T>()), value);
  }

  /** The address of element i. */
  @inline
  at(i: i32): usize {
    return changetype<usize>(this) + ((<usize>i) << alignof<T>());
  }

  /** The array from element i on. */
  @inline
  from(i: i32): Pointer<T> {
    return changetype<Pointer<T>>(this.at(i));
  }
}
