import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { pages, programsOf, root } from './markdown-programs.js';

/** Code to look through, under the name of a file; it need not be there. */
export interface Source {
  file: string;
  text: string;
}

/** tfjs's functions that look for tensors in all that they are given, or that the function they are given returns. */
const WALKERS: Readonly<Record<string, 'argument' | 'result'>> = {
  tidy: 'result',
  endScope: 'argument',
  dispose: 'argument',
};

/** Folders with nothing of ours to read. */
const PASSED_OVER = /^(\..+|node_modules|dist|api|generated|fixtures|models|results)$/;

const CALLS_ONE = /\b(tidy|endScope|dispose)\s*[(<]/;

/** What of the workspace calls one of these: TypeScript, JavaScript, scripts of Vue parts, and the pages' snippets. */
export function sourcesWithTidy(): Source[] {
  const snippets = pages()
    .flatMap(programsOf)
    .map(({ page, line, code }) => ({
      file: join(root, 'apps/docs/test/.snippets', `${page.replaceAll('/', '-')}-${line}.ts`),
      text: code,
    }));
  return [...sourcesIn(root), ...snippets].filter(({ text }) => CALLS_ONE.test(text));
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return PASSED_OVER.test(entry.name) ? [] : sourcesIn(path);
    if (/\.[mc]?[jt]s$/.test(path)) return [{ file: path, text: readFileSync(path, 'utf8') }];
    return path.endsWith('.vue') ? [{ file: `${path}.ts`, text: scriptOf(readFileSync(path, 'utf8')) }] : [];
  });
}

/** The script of a Vue part, on the lines that it has there. */
function scriptOf(part: string): string {
  const { index, 1: script } = part.match(/(?<=<script setup lang="ts">)([\s\S]*?)<\/script>/) ?? { index: 0, 1: '' };
  return '\n'.repeat(part.slice(0, index).split('\n').length - 1) + script;
}

/**
 * Where numbers pass through `tidy` or its kin, which would look at every one of them for tensors: as the value that a
 * function in `tidy` returns, or as what is given to `endScope` or `dispose`. Numbers are typed arrays and arrays of
 * numbers, however deep in arrays and objects they are; one number alone costs nothing. Types decide, so it does not
 * matter how the numbers are made; what has the type any or unknown is named as well.
 */
export function tidiedNumbers(sources: readonly Source[]): string[] {
  const program = programOf(sources);
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const { file } of sources) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`The compiler does not have ${file}`);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const passed = passedThrough(node, checker).find((type) => holdsNumbers(type, checker));
        if (passed) {
          const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
          found.push(`${file.slice(root.length)}:${line} ${checker.typeToString(passed)}`);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** A program of these sources, whose texts are those given. */
function programOf(sources: readonly Source[]): ts.Program {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const bundled = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const all: ts.CompilerOptions = { ...options, ...bundled, allowJs: true, noEmit: true };
  const host = ts.createCompilerHost(all);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  return ts.createProgram([...texts.keys()], all, host);
}

/** The types of what a call hands to tfjs to be looked through. */
function passedThrough(call: ts.CallExpression, checker: ts.TypeChecker): ts.Type[] {
  const { expression, arguments: given } = call;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
  const last = given.at(-1);
  if (!last || !Object.hasOwn(WALKERS, name) || isOfOurs(expression, checker)) return [];
  const type = checker.getTypeAtLocation(last);
  if (WALKERS[name] === 'argument') return [type];
  return type.getCallSignatures().map((signature) => signature.getReturnType());
}

/** Whether a function is known to be declared elsewhere than in tfjs: one of ours with the same name. */
function isOfOurs(callee: ts.Expression, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  const named = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const places = named?.declarations?.map((declaration) => declaration.getSourceFile().fileName) ?? [];
  return places.length > 0 && !places.some((file) => file.includes('/@tensorflow/'));
}

function holdsNumbers(type: ts.Type, checker: ts.TypeChecker, seen: Set<ts.Type> = new Set()): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  const holds = (part: ts.Type | undefined) => part !== undefined && holdsNumbers(part, checker, seen);
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
  if (type.isUnionOrIntersection()) return type.types.some(holds);
  if (type.flags & ts.TypeFlags.TypeParameter) return holds(checker.getBaseConstraintOfType(type));
  if (!(type.flags & ts.TypeFlags.Object) || isTensor(type, checker)) return false;
  const element = type.getNumberIndexType();
  if (element) return isNumber(element) || holds(element);
  if (holds(type.getStringIndexType())) return true;
  return type.getProperties().some((property) => holds(checker.getTypeOfSymbol(property)));
}

function isNumber(type: ts.Type): boolean {
  return type.isUnion() ? type.types.some(isNumber) : (type.flags & ts.TypeFlags.NumberLike) !== 0;
}

/** Tensors are not looked into. */
function isTensor(type: ts.Type, checker: ts.TypeChecker): boolean {
  return ['dataId', 'dtype', 'rank'].every((name) => checker.getPropertyOfType(type, name) !== undefined);
}
