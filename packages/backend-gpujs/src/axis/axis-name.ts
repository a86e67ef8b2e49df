/** The axes of an image or a volume, x first. */
export type AxisName = 'X' | 'Y' | 'Z';

export function axisNames(dimensions: number): readonly AxisName[] {
  return dimensions === 2 ? ['X', 'Y'] : ['X', 'Y', 'Z'];
}
