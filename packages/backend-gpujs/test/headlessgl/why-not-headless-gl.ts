import { createRequire } from 'node:module';

/** Why gpu.js's mode headlessgl does not run here, and what to do about it; undefined when it does. */
export function whyNotHeadlessGL(): string | undefined {
  // gpu.js itself says only that it does not.
  const fromGpuJs = createRequire(createRequire(import.meta.url).resolve('gpu.js'));
  let createContext: (width: number, height: number) => object | null;
  try {
    createContext = fromGpuJs('gl');
  } catch {
    return 'the package gl is not built; `npx -y pnpm --filter @cropgrad/backend-gpujs build:gl` does that';
  }
  return createContext(1, 1) ? undefined : 'there is no display to draw on; prefix the command with `xvfb-run -a`';
}
