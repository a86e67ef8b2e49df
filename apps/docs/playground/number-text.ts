/** A number to three digits, with a power of ten where it is very small. */
export function significant(value: number): string {
  return Math.abs(value) < 1e-3 ? scientific(value) : withMinus(value.toPrecision(3));
}

/** A number to two digits, with a power of ten, so that several of them compare at a glance. */
export function scientific(value: number): string {
  return value === 0 ? '0' : withMinus(value.toExponential(1).replace('e+', 'e'));
}

function withMinus(text: string): string {
  return text.replaceAll('-', '−');
}

/** A duration in milliseconds; browsers measure to a tenth. */
export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
