/**
 * Writes src/axis/axis-formulas.ts: backend-cpu's formulas of one axis as GLSL. Run it after a change of the formulas; a test
 * fails until then. With --print it prints what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const ORIGIN = new URL('../../backend-cpu/src/axis/axis-formulas.ts', import.meta.url);
const COPY = new URL('../src/axis/axis-formulas.ts', import.meta.url);

/** The text of src/axis/axis-formulas.ts as it should be. */
function axisFormulas() {
  const { outputText } = ts.transpileModule(readFileSync(ORIGIN, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, removeComments: true },
  });
  const functions = outputText.split(/^export /m).filter((text) => text.startsWith('function'));
  return `// Written by scripts/write-axis-formulas.js from packages/backend-cpu/src/axis/axis-formulas.ts: change that one.

/** The formulas of one axis that every backend shares, in GLSL. */
export const AXIS_FORMULAS = \`
${functions.map(inGlsl).join('\n')}\`;
`;
}

/** The formulas are written in the part of JavaScript that GLSL has too, but for types, `Math` and whole numbers. */
function inGlsl(text) {
  return text
    .trim()
    .replace(
      /^function (\w+)\((.*)\)/,
      (_, name, parameters) => `float ${name}(${parameters.replace(/\w+/g, 'float $&')})`,
    )
    .replace(/\b(const|let) /g, 'float ')
    .replace(/\bMath\.(abs|floor)\b/g, '$1')
    .replace(/(?<![\w.])\d+(?![\w.])/g, '$&.0');
}

if (process.argv.includes('--print')) process.stdout.write(axisFormulas());
else writeFileSync(COPY, axisFormulas());
