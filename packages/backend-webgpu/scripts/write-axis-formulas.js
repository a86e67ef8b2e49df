/**
 * Writes src/axis/axis-formulas.ts: backend-cpu's formulas of one axis as WGSL. Run it after a change of the formulas; a test
 * fails until then. With --print it prints what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const ORIGIN = new URL('../../backend-cpu/src/axis/axis-formulas.ts', import.meta.url);
const COPY = new URL('../src/axis/axis-formulas.ts', import.meta.url);

/** The text of src/axis/axis-formulas.ts as it should be. */
function axisFormulas() {
  const source = ts.createSourceFile('axis-formulas.ts', readFileSync(ORIGIN, 'utf8'), ts.ScriptTarget.ES2022, true);
  const functions = source.statements.map(wgslOf);
  return `// Written by scripts/write-axis-formulas.js from packages/backend-cpu/src/axis/axis-formulas.ts: change that one.

/** The formulas of one axis that every backend shares, as WGSL. */
export const AXIS_FORMULAS: string = \`
${functions.join('\n')}\`;
`;
}

/** A piece of TypeScript as WGSL: only what the formulas are made of; anything else is an error. */
function wgslOf(node) {
  if (ts.isFunctionDeclaration(node)) {
    const parameters = node.parameters.map(({ name }) => `${name.text} : f32`);
    return `fn ${node.name.text}(${parameters.join(', ')}) -> f32 {\n${node.body.statements.map(wgslOf).join('\n')}\n}\n`;
  }
  if (ts.isVariableStatement(node)) {
    const { name, initializer } = node.declarationList.declarations[0];
    return `  let ${name.text} = ${wgslOf(initializer)};`;
  }
  if (ts.isIfStatement(node)) return `  if (${wgslOf(node.expression)}) {\n  ${wgslOf(node.thenStatement)}\n  }`;
  if (ts.isReturnStatement(node)) return `  return ${wgslOf(node.expression)};`;
  if (ts.isConditionalExpression(node)) {
    const [condition, yes, no] = [node.condition, node.whenTrue, node.whenFalse].map(wgslOf);
    return `select(${no}, ${yes}, ${condition})`;
  }
  if (ts.isBinaryExpression(node)) {
    return `${wgslOf(node.left)} ${node.operatorToken.getText()} ${wgslOf(node.right)}`;
  }
  if (ts.isPrefixUnaryExpression(node)) return `-${wgslOf(node.operand)}`;
  if (ts.isParenthesizedExpression(node)) return `(${wgslOf(node.expression)})`;
  if (ts.isCallExpression(node)) return `${wgslOf(node.expression)}(${node.arguments.map(wgslOf).join(', ')})`;
  // Math.floor is floor, Math.abs is abs.
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  // A whole number is not a float in WGSL.
  if (ts.isNumericLiteral(node)) return Number.isInteger(Number(node.text)) ? `${node.text}.0` : node.text;
  if (ts.isIdentifier(node)) return node.text;
  throw new Error(`There is no WGSL for ${ts.SyntaxKind[node.kind]}: ${node.getText()}`);
}

if (process.argv.includes('--print')) process.stdout.write(axisFormulas());
else writeFileSync(COPY, axisFormulas());
