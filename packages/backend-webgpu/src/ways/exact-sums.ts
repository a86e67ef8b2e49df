import type { Kernel } from '../device/kernel.js';

/**
 * Sums in which the order cannot matter, as threads come in any order: whole numbers of 64 bits, added up by atomic
 * operations on 32. Of each sum there are three numbers:
 *
 * - the bits of its largest term, signs aside, which order as the terms do;
 * - the low and the high word of the sum in units that the largest term sets, so that its first bit is at
 *   `uniforms.firstBit`: as high as may be, and so low that the sum of all terms fits.
 *
 * So the largest terms lose nothing at all, and those 2^-k of them keep `firstBit - k` bits. Where a term is not finite,
 * the low word collects flags in place of the sum.
 */
export const NUMBERS_PER_SUM = 3;

/** A sum of so many terms overflows in no order; one bit is the sign's. */
export function firstBitFor(terms: number): number {
  return 62 - Math.ceil(Math.log2(terms));
}

/**
 * The function `addTo(sum, term)`, in WGSL, for kernels with atomics that run twice with the same terms: as `isFirstRun`
 * says they find the largest ones, and then add up.
 */
export const EXACT_SUMS: string = `
fn largest(sum : i32, term : f32) {
  atomicMax(&result[3 * sum], bitcast<i32>(term) & 0x7fffffff);
}

fn add(sum : i32, term : f32) {
  let bits = bitcast<u32>(term);
  let exponent = i32((bits >> 23u) & 255u);
  let top = atomicLoad(&result[3 * sum]) >> 23u;
  if (top == 255) {
    if (exponent == 255) {
      let infinite = select(2, 4, (bits >> 31u) == 1u);
      atomicOr(&result[3 * sum + 1], select(infinite, 1, (bits & 0x7fffffu) != 0u));
    }
    return;
  }
  // Denormals count as 0, as the device may have taken them for that before.
  if (exponent == 0) {
    return;
  }
  let digits = (bits & 0x7fffffu) | 0x800000u;
  let shift = exponent - top + uniforms.firstBit - 23;
  var low = 0u;
  var high = 0u;
  if (shift >= 32) {
    high = digits << u32(shift - 32);
  } else if (shift > 0) {
    low = digits << u32(shift);
    high = digits >> u32(32 - shift);
  } else if (shift == 0) {
    low = digits;
  } else if (shift >= -24) {
    low = (digits + (1u << u32(-shift - 1))) >> u32(-shift);
  }
  if ((bits >> 31u) == 1u) {
    low = ~low + 1u;
    high = ~high + select(0u, 1u, low == 0u);
  }
  // Whoever makes the low word run over carries one.
  let before = bitcast<u32>(atomicAdd(&result[3 * sum + 1], bitcast<i32>(low)));
  high += select(0u, 1u, before + low < before);
  if (high != 0u) {
    atomicAdd(&result[3 * sum + 2], bitcast<i32>(high));
  }
}

fn addTo(sum : i32, term : f32) {
  if (uniforms.isFirstRun == 1) {
    largest(sum, term);
  } else {
    add(sum, term);
  }
}`;

/** The function `termOf(weight, value)`, in WGSL. A value that is not finite is kept from the device's arithmetic, which need not know it. */
export const TERM = `
fn termOf(weight : f32, value : f32) -> f32 {
  if (isFinite(value)) {
    return weight * value;
  }
  return bitcast<f32>(bitcast<u32>(value) ^ (bitcast<u32>(weight) & 0x80000000u));
}`;

/** Sets what sums are made of to 0: tfjs's buffers are not new. */
export const zeroSumsKernel: Kernel = {
  key: 'zeroSums',
  arrays: [],
  isAtomic: true,
  functions: () => [],
  body: () => 'atomicStore(&result[index], 0);',
};

/** The sums as floats, each rounded once. */
export const roundSumsKernel: Kernel = {
  key: 'roundSums',
  arrays: ['sums'],
  functions: () => [POWER_OF_TWO],
  body: () => `
  let top = sums[3 * index] >> 23u;
  var low = bitcast<u32>(sums[3 * index + 1]);
  var high = bitcast<u32>(sums[3 * index + 2]);
  if (top == 255) {
    // NaN, or infinities of both signs, or one.
    let isNegative = low == 4u;
    let isNaN = (low & 1u) == 1u || low == 6u;
    setOutputAtIndex(index, bitcast<f32>(select(select(0x7f800000u, 0xff800000u, isNegative), 0x7fc00000u, isNaN)));
    return;
  }
  let isNegative = (high >> 31u) == 1u;
  if (isNegative) {
    low = ~low + 1u;
    high = ~high + select(0u, 1u, low == 0u);
  }
  // What float32 has no room for in the high word goes with the low one.
  let most = f32(high);
  let rest = f32(bitcast<i32>(high - u32(most)));
  let magnitude = most * 4294967296.0 + (rest * 4294967296.0 + f32(low));
  let exponent = top - 127 - uniforms.firstBit;
  // Each half is a number that float32 has.
  let value = magnitude * powerOfTwo(exponent / 2) * powerOfTwo(exponent - exponent / 2);
  setOutputAtIndex(index, select(value, -value, isNegative));`,
};

const POWER_OF_TWO = `
fn powerOfTwo(exponent : i32) -> f32 {
  return bitcast<f32>(u32(exponent + 127) << 23u);
}`;
