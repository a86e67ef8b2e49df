/** A number with so many decimals, as code has it; zero has no sign. */
export function decimals(value: number, digits = 3): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** The same for people to read: with a minus in place of a hyphen. */
export function shown(value: number, digits = 3): string {
  return decimals(value, digits).replace('-', '−');
}

/** A number between two others. */
export function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** The nearest multiple of a step. */
export function snapped(value: number, step: number): number {
  return Math.round(value / step) * step;
}
