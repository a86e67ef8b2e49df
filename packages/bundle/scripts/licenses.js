import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const apache = readFileSync(new URL('../../../LICENSE', import.meta.url), 'utf8');

/** The licences of all packages that files are of, each package once: its name, version and licence, and the text of it. */
export function licenses(files) {
  const packages = new Map(files.map(packageOf).map((found) => [found.manifest.name, found]));
  const own = [...packages.values()].map(({ folder, manifest: { name, version, license } }) => {
    const text = textOf(folder);
    if (text === undefined && license !== 'Apache-2.0') throw new Error(`${name}: no text of its licence, ${license}`);
    return `${name} ${version}: ${license}\n\n${text ?? 'Its text is at the end of this file.\n'}`;
  });
  return [...own, apache].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The package of a file: the nearest folder above whose package.json has a name and a version. */
function packageOf(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    const manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
    if (manifest.name && manifest.version) return { folder, manifest };
  }
  throw new Error(`${file} is of no package`);
}

/** What a package says of its licence: in a file, or at the end of its README. */
function textOf(folder) {
  const files = readdirSync(folder);
  const file = files.find((name) => /^licen[cs]e/i.test(name));
  if (file) return readFileSync(join(folder, file), 'utf8');
  const readme = files.find((name) => /^readme/i.test(name));
  const [section] = readme
    ? (readFileSync(join(folder, readme), 'utf8').match(/^LICENSE[^\n]*\n-+\n[\s\S]*$/m) ?? [])
    : [];
  return section;
}
