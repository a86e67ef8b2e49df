/** Renderers that compute on the CPU what a GPU would. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;

/** Whether a renderer, as WebGL or WebGPU names it, is a program that stands in for a GPU. */
export function isSoftware(renderer: string | undefined): boolean {
  return renderer !== undefined && SOFTWARE.test(renderer);
}
