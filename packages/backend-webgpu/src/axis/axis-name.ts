/** The axes of an image or a volume, x first, as the members of a vector in WGSL are called. */
export type AxisName = 'x' | 'y' | 'z';

/** The axes that there are. */
export function axisNames(dimensions: number): readonly AxisName[] {
  return dimensions === 2 ? ['x', 'y'] : ['x', 'y', 'z'];
}

/** The type of a vector along the axes, in WGSL. */
export function vectorType(dimensions: number, scalar: 'f32' | 'i32'): string {
  return `vec${dimensions}<${scalar}>`;
}
