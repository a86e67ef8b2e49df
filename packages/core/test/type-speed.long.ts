import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PackedProject } from '../../../commands/packed-project.js';
import { checkTypes } from './check-types.js';

/**
 * What TypeScript 6.0.3 instantiates where it checks all declarations, too. 35,300 of them are tfjs's and the library's own,
 * which have errors there; ours have none.
 */
const INSTANTIATIONS = 36_989;

it("the README's first example takes no more instantiations without skipLibCheck, and our declarations have no error", async () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const project = new PackedProject();
  try {
    const names = ['@cropgrad/core', '@cropgrad/backend-cpu', '@tensorflow/tfjs', 'typescript'];
    const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
    await project.install({ dependencies }, ['core', 'backend-cpu'], dirname(fileURLToPath(import.meta.url)));
    const { errors, instantiations } = await checkTypes(project, readme.split('```ts\n')[1].split('```')[0], false);
    expect(errors).not.toMatch(/cropgrad|^example/m);
    expect(instantiations, `measured: ${instantiations}`).toBeLessThan(INSTANTIATIONS * 1.03);
    expect(instantiations).toBeGreaterThan(INSTANTIATIONS * 0.9);
  } finally {
    project.remove();
  }
});
