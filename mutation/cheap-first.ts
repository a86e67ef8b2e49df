import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Core's tests are quick, backend-cpu's try random cases, and the conformance suite tries everything. */
const ORDER = [/core\/test/, /backend-cpu\/test/, /conformance\.test/];

/** Runs test files from the cheapest to the dearest, since the first failure ends a mutant's run. */
export class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => ORDER.findIndex((file) => file.test(moduleId));
    return files.toSorted((a, b) => place(a) - place(b));
  }
}
