import type { Case, Quantity } from '../case.js';
import { type Check, type CheckContext, type Covers, cellName, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { type AnyFixture, exactKinkCases, type FixtureArray, fixtureCases } from '../fixtures.js';
import { oracle } from '../oracle/index.js';
import { explained } from '../property.js';
import { accept } from '../tolerance/index.js';
import type { Accepted } from '../tolerance/interval.js';
import { type Precision, precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';

/** Equality with PyTorch, forward and both gradients: away from kinks within rounding, at kinks on PyTorch's side. */
export const fixtureChecks: readonly Check[] = [
  ...grouped(fixtureCases()).map((fixtures) =>
    fixtureCheck('fixture', "PyTorch's results and gradients, within rounding", fixtures, false),
  ),
  ...grouped(exactKinkCases()).map((fixtures) =>
    fixtureCheck('kink', "PyTorch's side of every kink, where all numbers on the way are exact", fixtures, true),
  ),
];

function fixtureCheck(
  prefix: string,
  title: string,
  fixtures: readonly AnyFixture[],
  exactCoordinates: boolean,
): Check {
  const covers = cellOf(fixtures[0]);
  return {
    id: `${prefix}/${cellName(covers)}`,
    title,
    kind: 'fixture',
    covers,
    applies: (backend) => declares(backend, covers),
    async run(context) {
      const precision = { ...precisionOf(context.backend.capabilities), exactCoordinates };
      for (const fixture of fixtures) {
        await explained(
          () => `${fixture.id}: ${describeCase(fixture)}`,
          () => verifyFixture(context, fixture, precision),
        );
      }
    },
  };
}

/** PyTorch's numbers stand in the middle: the oracle gives only how far rounding may lead away from them. */
async function verifyFixture(context: CheckContext, fixture: AnyFixture, precision: Precision): Promise<void> {
  for (const [quantity, { data }] of answersOf(fixture)) {
    const c: Case = fixture;
    const truth = oracle(c, quantity);
    const accepted = accept(c, quantity, precision).map(
      (choices, i): Accepted =>
        choices.map(({ lo, hi }) => ({ lo: data[i] + (lo - truth[i]), hi: data[i] + (hi - truth[i]) })),
    );
    await verify(context, c, quantity, accepted);
  }
}

/** What PyTorch answered, quantity by quantity. */
export function answersOf(fixture: AnyFixture): [Quantity, FixtureArray][] {
  switch (fixture.op) {
    case 'affineGrid':
      return [
        ['output', fixture.output],
        ['dTheta', fixture.dTheta],
      ];
    case 'gridSample':
      return [
        ['output', fixture.output],
        ['dImage', fixture.dImage],
        ['dGrid', fixture.dGrid],
      ];
    case 'affineSample':
    case 'perspectiveSample':
      return [
        ['output', fixture.output],
        ['dImage', fixture.dImage],
        ['dTheta', fixture.dTheta],
      ];
    case 'crop':
      return [
        ['output', fixture.output],
        ['dImage', fixture.dImage],
        ['dBoxes', fixture.dBoxes],
      ];
  }
}

/** Fixtures of the same function and options, together. */
function grouped(fixtures: readonly AnyFixture[]): AnyFixture[][] {
  const groups = new Map<string, AnyFixture[]>();
  for (const fixture of fixtures) {
    const name = cellName(cellOf(fixture));
    groups.set(name, [...(groups.get(name) ?? []), fixture]);
  }
  return [...groups.values()];
}

function cellOf(fixture: AnyFixture): Covers {
  const { op, dimensions, options } = fixture;
  const { alignCorners } = options;
  if (op === 'affineGrid') return { op, dimensions, alignCorners };
  return { op, dimensions, alignCorners, mode: options.mode, paddingMode: options.paddingMode };
}
