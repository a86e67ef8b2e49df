/**
 * Writes src/axis/axis-formulas.ts: backend-cpu's formulas of one axis, as functions for the host and as text for the device.
 * They are text from here on, so that no bundler renames what gpu.js reads. Run it after a change of the formulas; a test
 * fails until then. With --print it prints what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const ORIGIN = new URL('../../backend-cpu/src/axis/axis-formulas.ts', import.meta.url);
const COPY = new URL('../src/axis/axis-formulas.ts', import.meta.url);

/** The text of src/axis/axis-formulas.ts as it should be. */
function axisFormulas() {
  const original = readFileSync(ORIGIN, 'utf8');
  const { outputText } = ts.transpileModule(original, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, removeComments: true },
  });
  const functions = outputText.split(/^export /m).filter((text) => text.startsWith('function'));
  const entries = functions.map((text) => {
    const arity = text.match(/\((.*?)\)/)[1].split(',').length;
    return `  {\n    arity: ${arity},\n    source: \`${text.trim()}\`,\n  },\n`;
  });
  return `// Written by scripts/write-axis-formulas.js from packages/backend-cpu/src/axis/axis-formulas.ts: change that one.
import type { FunctionSource } from '../device/kernel-source.js';

${original}
/** The functions above, as text. */
export const AXIS_FORMULAS: readonly FunctionSource[] = [
${entries.join('')}];
`;
}

if (process.argv.includes('--print')) process.stdout.write(axisFormulas());
else writeFileSync(COPY, axisFormulas());
