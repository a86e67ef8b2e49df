type GL = WebGLRenderingContext | WebGL2RenderingContext;

/** Every WebGL context of this page. */
const contexts = new Set<GL>();

for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
  const { getContext } = prototype;
  Object.defineProperty(prototype, 'getContext', {
    value(...args: unknown[]): unknown {
      const context: unknown = Reflect.apply(getContext, this, args);
      if (context instanceof WebGLRenderingContext || context instanceof WebGL2RenderingContext) contexts.add(context);
      return context;
    },
  });
}

/** What WebGL complained of since the last time, by the names of its errors: tfjs does not look. */
export function takeErrors(): string[] {
  const errors: string[] = [];
  for (const gl of contexts) {
    for (let error = gl.getError(); error !== gl.NO_ERROR; error = gl.getError()) errors.push(nameOf(error));
  }
  return errors;
}

function nameOf(error: number): string {
  const [name] =
    Object.entries(Object.getOwnPropertyDescriptors(WebGL2RenderingContext)).find(([, { value }]) => value === error) ??
    [];
  return name ?? String(error);
}
