/** The axes of an image or a volume, x first. */
export type AxisName = 'X' | 'Y' | 'Z';

/** The axes that an image of 2 or 3 dimensions has. */
export function axisNames(dimensions: number): readonly AxisName[] {
  return dimensions === 2 ? ['X', 'Y'] : ['X', 'Y', 'Z'];
}

/** One GLSL expression for each axis, put together. */
export function overAxes(dimensions: number, text: (axis: AxisName, a: number) => string, separator = ''): string {
  return axisNames(dimensions).map(text).join(separator);
}
