import { CropError } from '@cropgrad/core';
import gpuJs from 'gpu.js';

/** Where the kernels run: on a GPU through one of gpu.js's GL modes, as WebAssembly with SIMD, or as plain JavaScript. */
export type GpuJsMode = 'webgl2' | 'webgl' | 'headlessgl' | 'webasm' | 'cpu';

/** Every {@link GpuJsMode}. */
export const GPUJS_MODES: readonly GpuJsMode[] = ['webgl2', 'webgl', 'headlessgl', 'webasm', 'cpu'];

/** The best first. gpu.js's cpu mode is only for those who ask for it: it compiles by eval. */
const PREFERRED: readonly GpuJsMode[] = ['webgl2', 'headlessgl', 'webgl', 'webasm'];

/** Whether results are textures on a GPU. */
export function isGLMode(mode: GpuJsMode): boolean {
  return mode !== 'webasm' && mode !== 'cpu';
}

/** The given mode, or the best one that runs here. Throws `NO_DEVICE` if it does not run here, and says why. */
export function chooseMode(asked?: GpuJsMode): GpuJsMode {
  if (asked !== undefined && !GPUJS_MODES.includes(asked)) {
    throw new CropError('INVALID_OPTION', {
      what: 'gpujs: mode',
      got: String(asked),
      expected: GPUJS_MODES.map((mode) => `'${mode}'`).join(', '),
      next: 'Pass one of these, or leave mode out to get the best one',
    });
  }
  const candidates = asked === undefined ? PREFERRED : [asked];
  const reasons: string[] = [];
  for (const mode of candidates) {
    const reason = whyNot(mode);
    if (reason === undefined) return mode;
    reasons.push(`'${mode}', which does not run here: ${reason}`);
  }
  throw new CropError('NO_DEVICE', {
    what: 'gpujs: mode',
    got: reasons.join('; '),
    expected: 'a mode that runs here',
    next: `Choose another: ${GPUJS_MODES.filter((mode) => whyNot(mode) === undefined).join(', ') || 'none runs here'}; or use @cropgrad/backend-cpu`,
  });
}

/** Why a mode does not run here; undefined when it does. */
function whyNot(mode: GpuJsMode): string | undefined {
  switch (mode) {
    case 'cpu':
      return mayEvaluate() ? undefined : refused('unsafe-eval');
    case 'webasm':
      if (!gpuJs.WebAssemblyKernel.isSupported) return 'there is no WebAssembly here';
      return mayCompile() ? undefined : refused('wasm-unsafe-eval');
    case 'headlessgl':
      return whyNotGL(
        gpuJs.HeadlessGLKernel,
        "it needs Node, gpu.js's optional package 'gl' with its native code built, and on Linux a display",
      );
    case 'webgl':
      return whyNotGL(gpuJs.WebGLKernel, 'there is no WebGL here');
    case 'webgl2':
      return whyNotGL(gpuJs.WebGL2Kernel, 'there is no WebGL2 here');
  }
}

/** A GPU must hold float32 textures and give them back: without, results would lose half their digits. */
function whyNotGL({ isSupported, features }: typeof gpuJs.GLKernel, absence: string): string | undefined {
  if (!isSupported) return absence;
  return features.isFloatRead && features.isTextureFloat ? undefined : 'its textures do not hold float32';
}

function refused(directive: string): string {
  return `the page's Content-Security-Policy refuses it; its script-src must have '${directive}'`;
}

/** Whether text may become a function, as in gpu.js's cpu mode. Later gpu.js would only say that a name is missing. */
function mayEvaluate(): boolean {
  try {
    return new Function('return true')();
  } catch {
    return false;
  }
}

/** Whether bytes may become WebAssembly. */
function mayCompile(): boolean {
  try {
    new WebAssembly.Module(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00));
    return true;
  } catch {
    return false;
  }
}
