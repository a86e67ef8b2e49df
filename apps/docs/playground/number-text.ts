/** A number to three digits, with a power of ten where it is very small. */
export function significant(value: number): string {
  if (value === 0) return '0';
  const text = Math.abs(value) < 1e-3 ? value.toExponential(1) : value.toPrecision(3);
  return text.replace('-', '−').replace('e-', 'e−');
}

/** A duration in milliseconds; browsers measure to a tenth. */
export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
