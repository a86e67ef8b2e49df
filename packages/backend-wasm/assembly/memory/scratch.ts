import { Pointer } from './pointer';

/**
 * Memory for so many values of so many bytes each, until the kernel returns. The host takes it from the tfjs heap and
 * frees it afterwards; where there is too little it throws, which unwinds the kernel. So it never answers 0, and what it
 * answers is not cleared. A kernel takes all it needs before it writes its output.
 */
declare function take(length: f64, size: usize): usize;

/**
 * Room for an array. Its length is a float64, because a product of 32-bit lengths may wrap around to a small number and
 * one of float64 cannot: write `<f64>points * count`. The host refuses what does not fit its heap.
 */
export function takeArray<T>(length: f64): Pointer<T> {
  return changetype<Pointer<T>>(take(length, sizeof<T>()));
}

/** Room for a struct. */
export function takeStruct<T>(): T {
  return changetype<T>(take(1, offsetof<T>()));
}
