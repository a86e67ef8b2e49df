import { MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { affineSampleOffKinks, gridSampleOffKinks } from '../arbitraries/off-kinks.js';
import { type AffineSampleCase, coordinateGradient, coordinatesOf, type GridSampleCase } from '../case.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { evaluate } from '../evaluate.js';
import { pixelsPerUnit } from '../oracle/taps.js';
import { forAll } from '../property.js';
import { spread } from '../relate.js';
import { MODE_TRAITS } from '../tolerance/mode-traits.js';

/** No point moves more than this many pixels, so that none gets near a kink. */
const STEP = 1 / 64;

type MovableCase = GridSampleCase | AffineSampleCase;

/** Away from kinks the coordinate gradient is the central difference of what the backend itself returns. */
export const centralDifferenceChecks: readonly Check[] = (['gridSample', 'affineSample'] as const).flatMap((op) =>
  ([2, 3] as const).flatMap((dimensions) =>
    MODES.map((mode): Check => {
      const covers = { op, mode, dimensions };
      return {
        id: `central-difference/${op}/${mode}/${dimensions}-D`,
        title: "away from kinks the gradient is the central difference of the backend's own results",
        kind: 'gradient',
        covers,
        applies: (backend) => declares(backend, covers),
        run: (context) => {
          const cases = anyCell(context.backend, covers).chain<MovableCase>((cell) =>
            op === 'gridSample' ? gridSampleOffKinks(cell) : affineSampleOffKinks(cell),
          );
          return forAll(
            context,
            fc.tuple(cases, fc.nat()),
            ([c, draw]) => holds(context, c, draw % coordinatesOf(c).data.length),
            ([c]) => describeCase(c),
          );
        },
      };
    }),
  ),
);

async function holds(context: CheckContext, c: MovableCase, entry: number): Promise<void> {
  const { mode, alignCorners } = c.options;
  const { shape, data } = coordinatesOf(c);
  const sizes = c.image.shape.slice(1, -1).reverse();
  const axis = c.op === 'gridSample' ? entry % sizes.length : Math.floor(entry / shape[2]) % sizes.length;
  const scale = pixelsPerUnit(sizes[axis], alignCorners);
  if (scale === 0) return;

  const step = STEP / scale;
  const ahead = Math.fround(data[entry] + step);
  const behind = Math.fround(data[entry] - step);
  const loss = async (moved: MovableCase): Promise<{ value: number; slack: number }> => {
    const output = await evaluate(moved, 'output');
    const spreads = spread(context, moved, 'output');
    const dy = Array.from(c.dy.data);
    return {
      value: dy.reduce((sum, w, i) => sum + w * output[i], 0),
      slack: dy.reduce((sum, w, i) => sum + Math.abs(w) * spreads[i], 0),
    };
  };
  const [after, before] = [await loss(withEntry(c, entry, ahead)), await loss(withEntry(c, entry, behind))];
  const difference = (after.value - before.value) / (ahead - behind);

  const gradient = coordinateGradient(c.op);
  const got = (await evaluate(c, gradient))[entry];
  const total = Array.from(c.dy.data, Math.abs).reduce((sum, dy) => sum + dy, 0);
  const largest = Math.max(1, Math.abs(c.options.fillValue ?? 0));
  const thirdDerivative = MODE_TRAITS[mode].thirdDerivative[c.dimensions];
  const truncation = (thirdDerivative * STEP ** 2 * scale * total * largest) / 6;
  const allowed = (after.slack + before.slack) / (ahead - behind) + truncation + spread(context, c, gradient)[entry];
  if (Math.abs(got - difference) <= allowed) return;
  throw new CheckFailure(
    `${gradient}${placeOf(entry, shape)}: got ${got}, but moving it by ${step} either way changes ⟨output, dy⟩ by ` +
      `${difference} per unit; rounding explains only ${allowed}`,
  );
}

function withEntry(c: MovableCase, entry: number, value: number): MovableCase {
  const { shape, data } = coordinatesOf(c);
  const moved = { shape, data: Array.from(data, (x, i) => (i === entry ? value : x)) };
  return c.op === 'gridSample' ? { ...c, grid: moved } : { ...c, theta: moved };
}
