/** What a kernel reads as uniforms, by name. */
export interface Numbers {
  readonly ints: Readonly<Record<string, number>>;
  readonly floats: Readonly<Record<string, number>>;
}

/** Two sets of numbers as one. */
export function together(a: Numbers, b: Numbers): Numbers {
  return { ints: { ...a.ints, ...b.ints }, floats: { ...a.floats, ...b.floats } };
}

/** Numbers that are all int32. */
export function ints(values: Readonly<Record<string, number>>): Numbers {
  return { ints: values, floats: {} };
}
