import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type PublicPackage, root } from './public-packages.js';

/** What a module may have at its top without doing anything when it is loaded. */
const DECLARATIONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.EnumDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.ModuleDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
]);

/**
 * What a package's `sideEffects` must be for bundlers to leave out what is not used, and nothing else: the files that
 * do something when they are loaded, such as registering kernels, as published and as sources; or `false`.
 */
export function sideEffectsOf({ folder, manifest }: PublicPackage): false | string[] {
  const sources = join(root, 'packages', folder, 'src');
  const acting = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.d)\.ts$/.test(file) && acts(readFileSync(join(sources, file), 'utf8')))
    .sort();
  const published = acting.map((file) => `./dist/${file.replace(/\.ts$/, '.js')}`);
  const { bin, exports } = manifest;
  // Whoever works in this repository imports the sources of a package that has a condition for them. A package that has
  // none publishes bundles alone.
  const modules = JSON.stringify(exports).includes('./src/')
    ? [...published, ...acting.map((file) => `./src/${file}`)]
    : published.filter((file) => Object.values(exports).includes(file));
  const files = [...Object.values(bin ?? {}), ...modules];
  return files.length > 0 && files;
}

/** Whether a module does something when it is loaded: it has a statement at its top, or imports another for its effects. */
function acts(code: string): boolean {
  const { statements } = ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest);
  return statements.some((statement) =>
    ts.isImportDeclaration(statement) ? statement.importClause === undefined : !DECLARATIONS.has(statement.kind),
  );
}
