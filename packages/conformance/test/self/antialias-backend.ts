import type { AffineSampleAttrs, Capabilities, CropBackend } from '@cropgrad/core/backend';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
// By path, as only core itself needs it.
import { composeFusedKernels } from '../../../core/src/backend/compose.js';
import type { NdArray, Quantity } from '../../src/case.js';
import type { AntialiasedCase } from '../../src/oracle/antialias/filtering.js';
import { ANTIALIAS_RULES, type AntialiasRules, antialiasOracle } from '../../src/oracle/antialias/index.js';
import { plainBackend } from './plain-backend.js';
import { valuesOf } from './tampering.js';

/** What the fused kernels take, whichever it is. */
interface FusedCall {
  readonly inputs: { readonly image?: TensorInfo; readonly theta: TensorInfo; readonly dy?: TensorInfo };
  readonly attrs: AffineSampleAttrs & { readonly imageShape?: readonly number[] };
  readonly backend: MathBackendCPU;
  readonly shape: readonly number[];
}

type Fused = (call: FusedCall) => TensorInfo;

/**
 * The plain backend with antialias, for the suite's tests of itself: the fused kernels that core composes, and where a
 * call is antialiased the oracle under these rules.
 */
export function antialiasBackend(changed: Partial<AntialiasRules> = {}): CropBackend<MathBackendCPU, Capabilities> {
  const { capabilities, kernels, ...plain } = plainBackend();
  const composed = composeFusedKernels(kernels);
  const rules = { ...ANTIALIAS_RULES, ...changed };
  const withAntialias = (op: 'affineSample' | 'perspectiveSample', quantity: Quantity, otherwise?: Fused): Fused => {
    if (!otherwise) throw new TypeError('the plain backend has perspective');
    return (call) => (call.attrs.antialias > 0 ? answer(op, quantity, call, rules) : otherwise(call));
  };
  const fused: Record<string, Fused> = {};
  for (const [name, op] of [
    ['AffineSample', 'affineSample'],
    ['PerspectiveSample', 'perspectiveSample'],
  ] as const) {
    fused[name] = withAntialias(op, 'output', composed[name] as Fused);
    fused[`${name}GradImage`] = withAntialias(op, 'dImage', composed[`${name}GradImage`] as Fused);
    fused[`${name}GradTheta`] = withAntialias(op, 'dTheta', composed[`${name}GradTheta`] as Fused);
  }
  return {
    ...plain,
    capabilities: {
      ...capabilities,
      sampling: capabilities.sampling.map((product) => ({ ...product, antialias: true })),
    },
    kernels: { ...kernels, ...fused },
  };
}

/** One quantity of the call that a kernel is asked for. */
function answer(
  op: 'affineSample' | 'perspectiveSample',
  quantity: Quantity,
  { inputs, attrs, backend, shape }: FusedCall,
  rules: AntialiasRules,
): TensorInfo {
  const { size, imageShape = inputs.image?.shape ?? [], mode, paddingMode, alignCorners, fillValue } = attrs;
  const numbers = (info: TensorInfo | undefined, otherwise: readonly number[]): NdArray =>
    info
      ? { shape: info.shape, data: valuesOf(backend, info) }
      : { shape: otherwise, data: new Float32Array(otherwise.reduce((product, length) => product * length, 1)) };
  const crops = inputs.theta.shape[0];
  const c: AntialiasedCase = {
    op,
    dimensions: size.length === 2 ? 2 : 3,
    image: numbers(inputs.image, imageShape),
    theta: numbers(inputs.theta, []),
    size,
    dy: numbers(inputs.dy, [crops, ...size, imageShape[imageShape.length - 1]]),
    options: {
      mode,
      paddingMode,
      alignCorners,
      fillValue,
      cutoff: attrs.cutoff,
      imageIndex: Array.from(attrs.imageIndex),
      cubicCoefficient: attrs.cubicCoefficient,
      antialias: { widen: attrs.antialias },
    },
  } as AntialiasedCase;
  return backend.makeTensorInfo([...shape], 'float32', Float32Array.from(antialiasOracle(c, quantity, rules)));
}
