/**
 * Sums that are exact, in the four float32 channels of a texel. A term is cut into digits with so few bits that however they
 * are added, no sum of digits leaves the whole numbers that float32 holds, up to 2^24; so no order of addition and no long sum
 * makes a difference. The digits begin at the largest term of the element, and have the more bits the fewer terms there are.
 *
 * - an extent: (largest |term|, whether any is +∞ or NaN, whether any is -∞ or NaN, number of terms);
 * - digits: (carried from the others, first, second, third), each of `bits` bits and a sign.
 *
 * The uniform \`most\` is the largest number of terms that is added before {@link carried} puts digits back into their places.
 */
export const DIGIT_FUNCTIONS = `
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
  return min(terms <= 1.0 ? 25 : 25 - exponentOf(terms - 1.0), 20);
}

// The next digit of x, at most half of the power of two that digits are worth; x is left with the rest.
float nextDigit(inout float x, float limit) {
  float digit = clamp(floor(x + 0.5), -limit, limit);
  x = x - digit;
  return digit;
}

vec4 digitsOf(float term, vec4 extent) {
  int bits = bitsOf(extent);
  float worth = powerOfTwo(bits);
  float limit = powerOfTwo(bits - 1);
  float rest = scaled(term, -exponentOf(extent.r)) * limit;
  float first = nextDigit(rest, limit);
  rest = rest * worth;
  float second = nextDigit(rest, limit);
  rest = rest * worth;
  return vec4(0.0, first, second, nextDigit(rest, limit));
}

vec4 carried(vec4 digits, vec4 extent) {
  int bits = bitsOf(extent);
  float worth = powerOfTwo(bits);
  for (int d = 3; d >= 1; d--) {
    float carry = floor(digits[d] / worth + 0.5);
    digits[d] -= carry * worth;
    digits[d - 1] += carry;
  }
  return digits;
}

float numberOf(vec4 digits, vec4 extent) {
  if (extent.g + extent.b > 0.0) {
    uint bits = extent.g + extent.b > 1.0 ? 0x7fc00000u : extent.g > 0.0 ? 0x7f800000u : 0xff800000u;
    return uintBitsToFloat(bits);
  }
  int bits = bitsOf(extent);
  float worth = powerOfTwo(bits);
  float sum = digits.r * worth + digits.g + (digits.b + digits.a / worth) / worth;
  return scaled(sum, exponentOf(extent.r) - bits + 1);
}
`;
