import { cropQuads, quadToTheta, transformPoints } from '@cropgrad/core';
import { grads, type Tensor, type Tensor3D, type Tensor4D, tensor3d, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { perspectiveSampleCase } from '../arbitraries/cases.js';
import { unit } from '../arbitraries/coordinates.js';
import type { PerspectiveSampleCase } from '../case.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { evaluate, toTensor } from '../evaluate.js';
import { inLayout } from '../layout.js';
import { CORNERS, type Quad, quadGradient } from '../oracle/quad.js';
import { viewOf } from '../oracle/view.js';
import { forAll } from '../property.js';
import { precisionOf } from '../tolerance/precision.js';

/** Each random case is many calls: fewer of them do. */
const CASES_PER_RUN = 1 / 4;

/** Roundings on the way from corners to an entry of theta, and from its gradient to that of a corner. */
const ROUNDINGS = 16;

/** Convex quads: the corners of the image, each moved by less than a quarter of it, turned over or not. */
const quads: fc.Arbitrary<Quad> = fc
  .tuple(fc.array(unit, { minLength: 8, maxLength: 8 }), fc.boolean())
  .map(([moves, isTurnedOver]) => {
    const quad = CORNERS.map(([u, v], i): [number, number] => [
      Math.fround(u + moves[2 * i] / 4),
      Math.fround(v + moves[2 * i + 1] / 4),
    ]);
    return isTurnedOver ? quad.reverse() : quad;
  });

/** A quad's theta leads the corners of the crop back to the quad, and cropQuads passes gradients on to the corners. */
export const quadChecks: readonly Check[] = [
  {
    id: 'law/quads/perspectiveSample/2-D',
    title:
      'the theta of a quad leads the corners back to it, and the gradient of the corners is the chain through theta',
    kind: 'law',
    covers: { op: 'perspectiveSample', dimensions: 2 },
    applies: (backend) => declares(backend, { op: 'perspectiveSample', dimensions: 2 }),
    run: (context) =>
      forAll(
        { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) },
        fc.tuple(
          quads,
          anyCell(context.backend, { op: 'perspectiveSample' }).chain((cell) => perspectiveSampleCase(cell, 'tame')),
        ),
        ([quad, c]) => holds(context, quad, c),
        ([quad, c]) => `quad ${JSON.stringify(quad)}, in place of the theta of ${describeCase(c)}`,
      ),
  },
];

async function holds(context: CheckContext, quad: Quad, drawn: PerspectiveSampleCase): Promise<void> {
  const { unit: u } = precisionOf(context.backend.capabilities);
  const crops = drawn.dy.shape[0];
  const data = Array.from({ length: crops }, () => quad.flat()).flat();
  const corners = tensor3d(data, [crops, 4, 2]);
  try {
    const theta = Array.from(await read(() => quadToTheta(corners)));
    const back = await read(() => transformPoints(quadToTheta(corners), [CORNERS.map(([x, y]) => [x, y])]));
    const condition = conditionOf(quad);
    const view = viewOf([theta.slice(0, 3), theta.slice(3, 6), theta.slice(6, 9)], CORNERS);
    for (const [i, point] of quad.entries()) {
      for (const [k, wanted] of point.entries()) {
        const allowed = ROUNDINGS * u * condition * view.terms(i, k);
        requireNear(`corner ${i}, axis ${k}`, back[2 * i + k], wanted, allowed);
      }
    }

    const c = { ...drawn, theta: { shape: [crops, 3, 3], data: theta } };
    const { dataFormat } = c.options;
    const [h, w] = c.size;
    const got = await read(() => {
      const image = toTensor(inLayout(c.image, dataFormat)) as Tensor4D;
      const f = (x: Tensor): Tensor => cropQuads(image, x as Tensor3D, [h, w], c.options);
      return grads(f)([corners], toTensor(inLayout(c.dy, dataFormat)))[0];
    });
    const dtheta = Array.from(await evaluate(c, 'dTheta'));
    // Linear in theta's gradient: what each of its entries gives to the corners.
    const shares = Array.from({ length: 8 }, (_, k) => {
      const alone = Array.from({ length: 9 }, (_, entry) => Number(entry === k));
      return quadGradient(alone, theta.slice(0, 9), quad);
    });
    for (let n = 0; n < crops; n++) {
      const wanted = shares[0].map((_, element) =>
        shares.reduce((sum, share, k) => sum + dtheta[9 * n + k] * share[element], 0),
      );
      wanted.forEach((value, element) => {
        const mass = shares.reduce((sum, share, k) => sum + Math.abs(dtheta[9 * n + k] * share[element]), 0);
        requireNear(
          `the gradient of quad ${n}, number ${element}`,
          got[8 * n + element],
          value,
          ROUNDINGS * u * condition * mass,
        );
      });
    }
  } finally {
    corners.dispose();
  }
}

/** What roundings on the way to theta are multiplied by: sums and products that cancel, beside what is left of them. */
function conditionOf([p0, p1, p2, p3]: Quad): number {
  const [a, b] = [minus(p1, p2), minus(p3, p2)];
  const area = Math.abs(a[0] * b[1] - a[1] * b[0]);
  const longest = Math.max(...[p0, p1, p2, p3].flat().map(Math.abs));
  return 1 + (4 * longest) ** 2 / area;
}

function minus(p: readonly number[], q: readonly number[]): number[] {
  return p.map((x, k) => x - q[k]);
}

function requireNear(what: string, got: number, wanted: number, allowed: number): void {
  if (Math.abs(got - wanted) <= allowed) return;
  throw new CheckFailure(`${what}: expected ${wanted}, within ${allowed}; got ${got}`);
}

async function read(make: () => Tensor): Promise<ArrayLike<number>> {
  const made = tidy(make);
  const data = await made.data();
  made.dispose();
  return data;
}
