import fc from 'fast-check';
import type { Case } from './case.js';
import { type CheckContext, CheckFailure } from './check.js';
import { describeCase } from './describe-case.js';
import { Mismatch } from './verify.js';

/**
 * Tries a property on random values, shrinks the first one it fails for, and throws a {@link CheckFailure} with that
 * value, the reason, and the seed and path that reproduce it.
 */
export async function forAll<T>(
  context: CheckContext,
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => Promise<void>,
  describe: (value: T) => string,
): Promise<void> {
  await tryKept(context, property, describe);
  const details = await checked(fc.asyncProperty(arbitrary, property), context);
  if (!details.failed) return;
  const [value] = details.counterexample ?? [];
  const reason = await reasonOf(details.errorInstance);
  const found = value === undefined ? '' : `${describe(value)}\n`;
  if (value !== undefined) await context.failures?.keep(context.id, value);
  throw new CheckFailure(
    `${found}${reason}\n(case ${details.numRuns}, made smaller ${details.numShrinks} times; ` +
      `to see it again: --check '${context.id}' --seed ${details.seed} --path '${details.counterexamplePath}')`,
  );
}

/** Tries the inputs that this check failed for before: such a failure is found whatever the seed is. */
async function tryKept<T>(
  { id, failures, path }: CheckContext,
  property: (value: T) => Promise<void>,
  describe: (value: T) => string,
): Promise<void> {
  if (path !== undefined) return;
  for (const kept of failures?.of(id) ?? []) {
    // What a check keeps is what its own arbitrary drew.
    const value = kept as T;
    await explained(
      () => `${describe(value)}\n(kept from an earlier failure in ${failures?.file})`,
      () => property(value),
    );
  }
}

async function checked<T>(
  property: fc.IAsyncProperty<T>,
  { runs, seed, path }: CheckContext,
): Promise<fc.RunDetails<T>> {
  if (path === undefined) return fc.check(property, { numRuns: runs, seed });
  try {
    return await fc.check(property, { numRuns: runs, seed, path });
  } catch {
    // What a property throws is among the details: this is fast-check's own.
    throw new CheckFailure(`--path '${path}': there is no such case of seed ${seed}; copy both from one failure`);
  }
}

/** {@link forAll} for a property of one random call. */
export function forAllCases<C extends Case>(
  context: CheckContext,
  arbitrary: fc.Arbitrary<C>,
  property: (c: C) => Promise<void>,
): Promise<void> {
  return forAll(context, arbitrary, property, describeCase);
}

/** Runs something and turns what it throws into a {@link CheckFailure} that explains itself. */
export async function explained(describe: () => string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw new CheckFailure(`${describe()}\n${await reasonOf(error)}`);
  }
}

async function reasonOf(error: unknown): Promise<string> {
  if (error instanceof Mismatch) return error.explain();
  if (error instanceof CheckFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
