import { type AntialiasFixture, answersOfPeer, antialiasCases } from '../../antialias-fixtures.js';
import type { Case } from '../../case.js';
import { type Check, type CheckContext, type Covers, cellName, declares } from '../../check.js';
import { describeCase } from '../../describe-case.js';
import { oracle } from '../../oracle/index.js';
import { explained } from '../../property.js';
import { accept } from '../../tolerance/index.js';
import type { Accepted } from '../../tolerance/interval.js';
import { precisionOf } from '../../tolerance/precision.js';
import { verify } from '../../verify.js';

/** Equality with the peers: PyTorch's whole images, Pillow's boxes, and JAX's with their gradients. */
export const antialiasFixtureChecks: readonly Check[] = grouped().map(([covers, fixtures]) => ({
  id: `fixture/antialias/${cellName(covers)}`,
  title: 'what PyTorch, Pillow and JAX answer under antialias, within rounding',
  kind: 'fixture',
  covers,
  applies: (backend) => declares(backend, covers),
  async run(context) {
    for (const fixture of fixtures) {
      await explained(
        () => `${fixture.id}: ${describeCase(fixture)}`,
        () => verifyFixture(context, fixture),
      );
    }
  },
}));

/** The peer's numbers stand in the middle: the oracle gives only how far rounding may lead away from them. */
async function verifyFixture(context: CheckContext, fixture: AntialiasFixture): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  const { accuracy = 0 } = fixture;
  for (const [quantity, { data }] of answersOfPeer(fixture)) {
    const c: Case = fixture;
    const truth = oracle(c, quantity);
    const accepted = accept(c, quantity, precision).map(
      (choices, i): Accepted =>
        choices.map(({ lo, hi }) => ({
          lo: data[i] + (lo - truth[i]) - accuracy,
          hi: data[i] + (hi - truth[i]) + accuracy,
        })),
    );
    await verify(context, c, quantity, accepted);
  }
}

/** Fixtures of the same function, mode and padding, together. */
function grouped(): [Covers, AntialiasFixture[]][] {
  const groups = new Map<string, [Covers, AntialiasFixture[]]>();
  for (const fixture of antialiasCases()) {
    const { op, dimensions, options } = fixture;
    const { mode, paddingMode } = options;
    const covers = { op, mode, paddingMode, dimensions, antialias: true };
    const [, fixtures] = groups.get(cellName(covers)) ?? [covers, []];
    groups.set(cellName(covers), [covers, [...fixtures, fixture]]);
  }
  return [...groups.values()];
}
