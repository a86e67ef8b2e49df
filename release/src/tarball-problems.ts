import { dirname, join } from 'node:path';

/** What lies beside `dist` in every package. */
const EVERYWHERE = ['package.json', 'README.md', 'LICENSE'];

/** What may lie there, too: what changed, the suite's own mutants, programs, core's skill, and cases for samplers. */
const BESIDE =
  /^(CHANGELOG\.md|MUTANTS\.md|bin\/[\w-]+\.js|skills\/cropgrad\/SKILL\.md|fixtures\/[\w-]+\.json|vectors\/[\w./-]+\.(json|md))$/;

/** What is built: modules, their types and their maps, and in the files for script tags tfjs's binaries and licences. */
const BUILT = /^dist\/([\w/-]+\.(js|js\.map|d\.ts)|[\w-]+\.wasm|LICENSES\.txt)$/;

/** As much of a source map as is read here. */
interface SourceMap {
  sources: readonly string[];
  sourcesContent?: readonly (string | null)[];
}

/**
 * What is wrong with the files of a package as they would be published: some that are no user's, others that are missing,
 * and source maps that lead nowhere. `read` gives the text of one of them.
 */
export function tarballProblems(files: readonly string[], read: (file: string) => string): string[] {
  const strange = files.filter((file) => !EVERYWHERE.includes(file) && !BESIDE.test(file) && !BUILT.test(file));
  const missing = EVERYWHERE.filter((file) => !files.includes(file));
  return [
    ...strange.map((file) => `${file} is nothing that users need`),
    ...missing.map((file) => `${file} is missing`),
    ...files.filter((file) => file.endsWith('.js')).flatMap((file) => mapProblems(file, files, read)),
  ];
}

/** What is wrong with the source map of a module that names one. */
function mapProblems(module: string, files: readonly string[], read: (file: string) => string): string[] {
  const [, name] = read(module).match(/\/\/# sourceMappingURL=(\S+)\s*$/) ?? [];
  if (name === undefined) return [];
  const map = join(dirname(module), name);
  if (!files.includes(map)) return [`${module} names the source map ${map}, which is missing`];
  const { sources, sourcesContent }: SourceMap = JSON.parse(read(map));
  const lost = sources.filter(
    (source, k) => typeof sourcesContent?.[k] !== 'string' && !files.includes(join(dirname(map), source)),
  );
  return lost.map((source) => `${map} is of ${source}, which is neither in it nor beside it`);
}
