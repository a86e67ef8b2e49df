import { grad, type Tensor, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { affineSampleCase, perspectiveSampleCase } from '../arbitraries/cases.js';
import { noise } from '../arbitraries/noise.js';
import { noiseSeed } from '../arbitraries/sizes.js';
import type { AffineSampleCase, NdArray, PerspectiveSampleCase } from '../case.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { callCore, toTensor } from '../evaluate.js';
import { channelsLast, inLayout } from '../layout.js';
import { oracle } from '../oracle/index.js';
import { pointsOf } from '../oracle/points.js';
import { eachPoint } from '../oracle/sample.js';
import { forAll } from '../property.js';
import { precisionOf } from '../tolerance/precision.js';
import { thetaSecondDerivativeRounding } from '../tolerance/theta-second-derivative.js';
import { behindTheCamera } from './perspective-laws.js';

/** Each random case is dozens of calls: fewer of them do. */
const CASES_PER_RUN = 1 / 10;
/** No coordinate is nearer to a pixel centre than this, where slopes jump and curvatures do. */
const MARGIN = 1 / 32;
/** How far the oracle moves a theta's entry to either side: in float64 hardly anything is lost either way. */
const STEP = 2 ** -20;
/** The smallest last entry of a perspective theta, whose sign says what is in front of the camera. */
const LEAST = 2 ** -10;

const PERSPECTIVE = { op: 'perspectiveSample', dimensions: 2 } as const;

type ThetaCase = AffineSampleCase | PerspectiveSampleCase;

/** Second derivatives by thetas, which core composes of the kernels of grids and of tangents. */
export const thetaSecondDerivativeChecks: readonly Check[] = [
  ...([{ op: 'affineSample', dimensions: 2 }, { op: 'affineSample', dimensions: 3 }, PERSPECTIVE] as const).map(
    (covers): Check => {
      const { op, dimensions } = covers;
      return {
        id: `second-derivative/${op}/${dimensions}-D`,
        title: "the gradient of theta's gradient, by dy, the image and theta, is what the oracle's changes by",
        kind: 'law',
        covers,
        applies: (backend) => backend.capabilities.order === 2 && declares(backend, covers),
        run: (context) =>
          forAll(
            { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) },
            fc.tuple(casesOf(context, covers), noiseSeed),
            ([c, seed]) => isDerivative(context, c, seed),
            ([c, seed]) => `what flows into dTheta is noise of seed ${seed}, in\n${describeCase(c)}`,
          ),
      };
    },
  ),
  {
    id: 'edge/second-derivative-behind-the-camera/perspectiveSample/2-D',
    title: 'what is behind the camera, or just beside it, has no second derivative',
    kind: 'edge',
    covers: PERSPECTIVE,
    applies: (backend) => backend.capabilities.order === 2 && declares(backend, PERSPECTIVE),
    async run({ backend }) {
      for (const c of behindTheCamera(backend)) await isFlat(c);
    },
  },
];

function casesOf(
  { backend }: CheckContext,
  covers: { readonly op: ThetaCase['op']; readonly dimensions: 2 | 3 },
): fc.Arbitrary<ThetaCase> {
  return anyCell(backend, covers)
    .filter(({ mode }) => mode !== 'nearest')
    .chain<ThetaCase>((cell) =>
      covers.op === 'affineSample' ? affineSampleCase(cell, 'tame') : perspectiveSampleCase(cell, 'tame'),
    )
    .map((c): ThetaCase => ofFewPoints(c))
    .filter((c) => isOffKinks(c) && isSmooth(c));
}

/** The same case with so few outputs that all are likely to be away from kinks: two along one axis or two of them. */
function ofFewPoints<C extends ThetaCase>(c: C): C {
  const [crops, channels] = [c.theta.shape[0], c.dy.shape[c.dy.shape.length - 1]];
  const first = c.image.data.length % c.dimensions;
  const isLong = (axis: number): boolean => axis === first || (crops === 1 && axis === (first + 1) % c.dimensions);
  const size = c.size.map((_, axis) => (isLong(axis) ? 2 : 1));
  return { ...c, size, dy: noise([crops, ...size, channels], 1 + c.dy.data.length) };
}

function isOffKinks(c: ThetaCase): boolean {
  let isOff = true;
  eachPoint(pointsOf(c), (_n, _s, point) => {
    if (point?.some((x) => Math.abs(x - Math.round(x)) < MARGIN)) isOff = false;
  });
  return isOff;
}

/** Whether a step of the oracle turns no perspective map round, nor moves it by a large part of its depth. */
function isSmooth(c: ThetaCase): boolean {
  const views = pointsOf(c).views ?? [];
  return views.every(({ rows: [, , last] }) => last[2] > LEAST && last.some((entry) => Math.abs(entry) > 1 / 16));
}

/** All of dy and of the image are moved at once, as slopes are linear in them; the entries of theta are one by one. */
async function isDerivative(context: CheckContext, c: ThetaCase, seed: number): Promise<void> {
  const tangent = noise(c.theta.shape, seed);
  const allowed = thetaSecondDerivativeRounding(c, precisionOf(context.backend.capabilities));
  const slope = (moved: ThetaCase): number => dot(tangent, oracle(moved, 'dTheta'));

  const dy = noise(c.dy.shape, seed + 1);
  const image = noise(c.image.shape, seed + 2);
  const unfilled = { ...c.options, fillValue: 0 };
  requireNear('dy', dot(dy, await slopeGradient(c, 'dy', tangent)), slope({ ...c, dy }), allowed.dy);
  const byImage = slope({ ...c, image, options: unfilled });
  requireNear('image', dot(image, await slopeGradient(c, 'image', tangent)), byImage, allowed.image);

  const gradient = await slopeGradient(c, 'theta', tangent);
  for (let entry = 0; entry < gradient.length; entry++) {
    const [ahead, behind] = [STEP, -STEP].map((step) => {
      const data = Array.from(c.theta.data, (value, i) => (i === entry ? value + step : value));
      return slope({ ...c, theta: { shape: c.theta.shape, data } });
    });
    const place = `theta${placeOf(entry, c.theta.shape)}`;
    requireNear(place, gradient[entry], (ahead - behind) / (2 * STEP), allowed.theta);
  }
}

function requireNear(by: string, got: number, expected: number, allowed: number): void {
  if (Math.abs(got - expected) <= allowed) return;
  throw new CheckFailure(
    `how ⟨dTheta, tangent⟩ changes by ${by}: got ${got}, the oracle's changes by ${expected}; rounding explains only ${allowed}`,
  );
}

/** Requires every gradient of ⟨dTheta, tangent⟩ to be 0, that by dy where dy is not. */
async function isFlat(c: PerspectiveSampleCase): Promise<void> {
  for (const by of ['dy', 'image', 'theta'] as const) {
    const gradient = await slopeGradient(c, by, noise(c.theta.shape, 8));
    const found = Array.from(gradient).findIndex((value, i) => value !== 0 && (by !== 'dy' || c.dy.data[i] !== 0));
    if (found === -1) continue;
    const place = `the gradient by ${by}${placeOf(found, c[by].shape)} of ⟨dTheta, tangent⟩`;
    throw new CheckFailure(`${place}: expected 0, got ${gradient[found]}\nin ${describeCase(c)}`);
  }
}

/** The gradient of ⟨dTheta, tangent⟩ by one of its inputs, laid out [N,…,C]. */
async function slopeGradient(c: ThetaCase, by: 'dy' | 'image' | 'theta', tangent: NdArray): Promise<ArrayLike<number>> {
  const { dataFormat } = c.options;
  const inputOf = (name: typeof by): Tensor => toTensor(name === 'theta' ? c.theta : inLayout(c[name], dataFormat));
  const result = tidy(() => {
    const given = (name: typeof by, x: Tensor): Tensor => (name === by ? x : inputOf(name));
    const slopes = (x: Tensor): Tensor =>
      grad((theta: Tensor) => callCore(c, given('image', x), theta))(given('theta', x), given('dy', x));
    return grad(slopes)(inputOf(by), toTensor(tangent));
  });
  const read = { shape: result.shape, data: await result.data() };
  result.dispose();
  return by !== 'theta' && dataFormat === 'NCHW' ? channelsLast(read).data : read.data;
}

function dot({ data }: NdArray, b: ArrayLike<number>): number {
  return Array.from(data).reduce((sum, value, i) => sum + value * b[i], 0);
}
