/** How many digits a sum has, the first of which only takes what others carry: two texels of four. */
const DIGITS = 8;

/**
 * Sums that are exact, in float32. A term is cut into digits with so few bits that however they are added, no sum of digits
 * leaves the whole numbers that float32 holds, up to 2^24; so no order of addition and no long sum makes a difference. The
 * digits begin at the largest term of the element, and have the more bits the fewer terms there are: 5 where there are 2^20, so
 * that what is left out is 2^-34 of the largest term.
 *
 * An extent is (largest |term|, whether any is +∞ or NaN, whether any is -∞ or NaN, number of terms). The uniform `most` is the
 * largest number of terms that is added before `carry` puts digits back into their places.
 */
export const DIGIT_FUNCTIONS: string = `
// 2^e; numbers are scaled in two steps, as 2^e alone may be none.
float powerOfTwo(int e) { return uintBitsToFloat(uint(e + 127) << 23); }
float scaled(float x, int e) { return x * powerOfTwo(e / 2) * powerOfTwo(e - e / 2); }
// The e of the power of two next above |x|.
int exponentOf(float x) { return int((floatBitsToUint(x) >> 23) & 0xffu) - 126; }
bool isFinite(float x) { return (floatBitsToUint(x) & 0x7f800000u) != 0x7f800000u; }

vec4 extentOf(float term) {
  if (isFinite(term)) { return vec4(abs(term), 0.0, 0.0, 1.0); }
  uint bits = floatBitsToUint(term);
  bool isNaN = (bits & 0x007fffffu) != 0u;
  bool isNegative = (bits >> 31) == 1u;
  return vec4(0.0, isNaN || !isNegative ? 1.0 : 0.0, isNaN || isNegative ? 1.0 : 0.0, 1.0);
}

// However many terms there are, their digits' sums stay below 2^24.
int bitsOf(vec4 extent) {
  float terms = min(extent.a, float(most));
  return min(terms <= 1.0 ? 12 : 25 - exponentOf(terms - 1.0), 12);
}

void digitsOf(float term, vec4 extent, out float digits[${DIGITS}]) {
  int bits = bitsOf(extent);
  float limit = powerOfTwo(bits - 1);
  float rest = scaled(term, -exponentOf(extent.r)) * limit;
  digits[0] = 0.0;
  for (int d = 1; d < ${DIGITS}; d++) {
    digits[d] = clamp(floor(rest + 0.5), -limit, limit);
    rest = (rest - digits[d]) * powerOfTwo(bits);
  }
}

void carry(inout float digits[${DIGITS}], vec4 extent) {
  float worth = powerOfTwo(bitsOf(extent));
  for (int d = ${DIGITS - 1}; d >= 1; d--) {
    float carried = floor(digits[d] / worth + 0.5);
    digits[d] -= carried * worth;
    digits[d - 1] += carried;
  }
}

float numberOf(float digits[${DIGITS}], vec4 extent) {
  if (extent.g + extent.b > 0.0) {
    return uintBitsToFloat(extent.g + extent.b > 1.0 ? 0x7fc00000u : extent.g > 0.0 ? 0x7f800000u : 0xff800000u);
  }
  int bits = bitsOf(extent);
  float worth = powerOfTwo(bits);
  float sum = 0.0;
  for (int d = ${DIGITS - 1}; d >= 2; d--) { sum = (digits[d] + sum) / worth; }
  return scaled(digits[0] * worth + digits[1] + sum, exponentOf(extent.r) - bits + 1);
}
`;
