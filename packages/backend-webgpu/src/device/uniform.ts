/** A number, or a vector of two or three, that a kernel reads as `uniforms.name`. */
export interface Uniform {
  readonly name: string;
  readonly type: 'float32' | 'int32';
  readonly data: readonly number[];
}

/** A uniform of floats. */
export function floats(name: string, ...data: readonly number[]): Uniform {
  return { name, type: 'float32', data };
}

/** A uniform of whole numbers. */
export function integers(name: string, ...data: readonly number[]): Uniform {
  return { name, type: 'int32', data };
}

/** The members of the struct of uniforms, in WGSL. */
export function declarationOf(uniforms: readonly Uniform[]): string {
  return uniforms
    .map(({ name, type, data }) => {
      const scalar = type === 'float32' ? 'f32' : 'i32';
      return `${name} : ${data.length === 1 ? scalar : `vec${data.length}<${scalar}>`},`;
    })
    .join(' ');
}
