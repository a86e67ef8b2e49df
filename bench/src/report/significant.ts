/** A number with that many significant digits and no exponent: 9.40, 1160, 0.0042. */
export function significant(value: number, digits: number): string {
  return new Intl.NumberFormat('en', {
    minimumSignificantDigits: digits,
    maximumSignificantDigits: digits,
    useGrouping: false,
  }).format(value);
}
