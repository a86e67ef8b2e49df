import { Pointer } from './pointer';

/**
 * Memory that lives until the kernel returns. The host takes it from the tfjs heap and frees it afterwards; where the
 * heap is full it throws, which unwinds the kernel. So it never answers 0, and what it answers is not cleared.
 */
export declare function take(bytes: usize): usize;

/** Room for an array. */
export function takeArray<T>(length: i32): Pointer<T> {
  return changetype<Pointer<T>>(take((<usize>length) << alignof<T>()));
}

/** Room for a struct. */
export function takeStruct<T>(): T {
  return changetype<T>(take(offsetof<T>()));
}
