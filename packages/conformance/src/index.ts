/**
 * The conformance suite for cropgrad backends. It says whether the numbers, gradients, edge cases, errors and memory use of
 * a backend are right, and if not, where they are wrong.
 *
 * In a test file of vitest, one line does it:
 *
 * ```ts
 * testBackend('mine', { create: () => myBackend });
 * ```
 *
 * Without vitest, `npx cropgrad-conformance my-backend.js --json report.json` runs the same checks.
 *
 * @packageDocumentation
 */
export type { Check, CheckContext, CheckKind, Covers, Subject, Worst } from './check.js';
export { CheckFailure } from './check.js';
export { checks } from './checks/index.js';
export { type Mounted, mount } from './mount.js';
export type { TestBackendOptions } from './options.js';
export { type CheckResult, type RunOptions, runCheck } from './run-check.js';
export { testBackend } from './test-backend.js';
