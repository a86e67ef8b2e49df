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
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.d)\.ts$/.test(file),
  );
  const modules = new Map(files.map((file) => [file, readFileSync(join(sources, file), 'utf8')]));
  const acting = actingModules(modules);
  const published = acting.map((file) => `./dist/${file.replace(/\.ts$/, '.js')}`);
  const { bin, exports } = manifest;
  // Whoever works in this repository imports the sources of a package that has a condition for them. A package that has
  // none publishes bundles alone.
  const loaded = JSON.stringify(exports).includes('./src/')
    ? [...published, ...acting.map((file) => `./src/${file}`)]
    : published.filter((file) => Object.values(exports).includes(file));
  const all = [...Object.values(bin ?? {}), ...loaded];
  return all.length > 0 && all;
}

/** The modules that do something when they are loaded, or load one that does: a bundler that leaves out these loses those. */
export function actingModules(modules: ReadonlyMap<string, string>): string[] {
  const parsed = [...modules].map(([file, code]) => ({ file, ...read(file, code) }));
  const acting = new Set(parsed.filter(({ acts }) => acts).map(({ file }) => file));
  for (let before = -1; before < acting.size; ) {
    before = acting.size;
    for (const { file, loads } of parsed) if (loads.some((other) => acting.has(other))) acting.add(file);
  }
  return [...acting].sort();
}

/** Whether a module has a statement at its top, or imports another for its effects; and which modules beside it it loads. */
function read(file: string, code: string): { acts: boolean; loads: string[] } {
  const { statements } = ts.createSourceFile(file, code, ts.ScriptTarget.Latest);
  const acts = statements.some((statement) =>
    ts.isImportDeclaration(statement) ? statement.importClause === undefined : !DECLARATIONS.has(statement.kind),
  );
  const loads = statements.flatMap((statement) => {
    const specifier = loadedBy(statement);
    return specifier?.startsWith('.') ? [join(file, '..', specifier).replace(/\.js$/, '.ts')] : [];
  });
  return { acts, loads };
}

/** What an import or a re-export loads, if it is not of types alone. */
function loadedBy(statement: ts.Statement): string | undefined {
  if (ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
  if (ts.isExportDeclaration(statement) && statement.isTypeOnly) return;
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return;
  const { moduleSpecifier } = statement;
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
}
