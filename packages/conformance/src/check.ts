import type { Mode, PaddingMode } from '@cropgrad/core';
import type { Capabilities, CropKernelName, Points } from '@cropgrad/core/backend';
import type { Case } from './case.js';
import type { FailureMemory } from './failure-memory.js';

/** What kind of evidence a check is. */
export type CheckKind = 'fixture' | 'oracle' | 'gradient' | 'law' | 'edge';

/** What a check is about. A member that is left out is drawn at random, or does not matter. */
export interface Covers {
  readonly op?: Case['op'];
  readonly mode?: Mode;
  readonly paddingMode?: PaddingMode;
  readonly alignCorners?: boolean;
  readonly dimensions?: 2 | 3;
  /** Whether it is antialiased. */
  readonly antialias?: boolean;
}

/** What a check knows about a backend: its capabilities, and which kernels it has. */
export interface Subject {
  readonly tfBackend: string;
  readonly capabilities: Capabilities;
  readonly kernels: { readonly [name in CropKernelName]?: unknown };
}

/** The largest error a check saw, and where. */
export interface Worst {
  /** Relative to max(1, |truth|). */
  readonly error: number;
  /** The case and the element. */
  readonly where: string;
}

/** What a check runs with. */
export interface CheckContext {
  /** The id of the check that runs. */
  readonly id: string;
  /** The backend under test. While a check runs, it is tfjs's current backend, under a new name. */
  readonly backend: Subject;
  /** Random cases per property. */
  readonly runs: number;
  /** The seed of the random cases. */
  readonly seed: number;
  /** Runs only the one case that a failure printed. */
  readonly path?: string;
  /** Inputs of earlier failures, which are tried first; new ones are kept there. */
  readonly failures?: FailureMemory;
  /** Records an error, so that the largest can be reported. */
  measure(error: number, where: () => string): void;
}

/** One thing that must be true of a backend: plain data, without a test runner. */
export interface Check {
  /** Stable and readable, e.g. `forward/gridSample/bilinear/zeros/alignCorners=false/2-D`. */
  readonly id: string;
  /** One sentence that is true of a correct backend. */
  readonly title: string;
  /** What kind of evidence it gives. */
  readonly kind: CheckKind;
  /** What a backend must be able to do for this check to apply. */
  readonly covers: Covers;
  /** Whether the backend's capabilities and kernels call for this check: the only reason to skip one. */
  applies(backend: Subject): boolean;
  /** Rejects with a {@link CheckFailure} when the backend is wrong. */
  run(context: CheckContext): Promise<void>;
}

/** What a check throws: a message that says what was called, what was expected and what came out. */
export class CheckFailure extends Error {
  override readonly name: string = 'CheckFailure';
}

/** Whether one product of a backend's capabilities holds all that a check covers. */
export function declares(
  { capabilities }: Subject,
  { op, mode, paddingMode, dimensions, antialias = false }: Covers,
): boolean {
  const points = op && POINTS[op];
  return capabilities.sampling.some(
    (product) =>
      (mode === undefined || product.modes.includes(mode)) &&
      (paddingMode === undefined || product.paddingModes.includes(paddingMode)) &&
      (dimensions === undefined || product.dimensions.includes(dimensions)) &&
      (points === undefined || product.points.includes(points)) &&
      (!antialias || product.antialias === true),
  );
}

/** Where a function samples; affineGrid does not. */
const POINTS: Record<Case['op'], Points | undefined> = {
  affineGrid: undefined,
  gridSample: 'grid',
  affineSample: 'affine',
  perspectiveSample: 'perspective',
  crop: 'affine',
};

/** What a check covers, as part of its id: `gridSample/bilinear/zeros/alignCorners=false/2-D`. */
export function cellName({ op, mode, paddingMode, alignCorners, dimensions }: Covers): string {
  return [
    op,
    mode,
    paddingMode,
    alignCorners === undefined ? undefined : `alignCorners=${alignCorners}`,
    dimensions === undefined ? undefined : `${dimensions}-D`,
  ]
    .filter((part) => part !== undefined)
    .join('/');
}
