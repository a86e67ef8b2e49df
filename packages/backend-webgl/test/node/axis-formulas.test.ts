import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test("the formulas are backend-cpu's, in GLSL", () => {
  const folder = join(import.meta.dirname, '../..');
  const written = execFileSync(process.execPath, ['scripts/write-axis-formulas.js', '--print'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(readFileSync(join(folder, 'src/axis/axis-formulas.ts'), 'utf8')).toBe(written);
});
