import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../../commands/run-program.js';
import { PACKAGE_MANAGERS } from './package-managers.js';

/** What one command of npm brings. */
export interface Installed {
  /** How many packages, ours too. */
  packages: number;
  megabytes: number;
  /** Those of them that want to run a script, such as one that builds native code. */
  scripts: readonly string[];
}

/** As much of a package-lock.json as is read here. */
interface Lock {
  packages: Readonly<Record<string, { hasInstallScript?: boolean }>>;
}

/** Installs packages by npm into a new folder, without running their scripts, and counts what came. */
export async function installedByNpm(names: readonly string[], registry: string, parent: string): Promise<Installed> {
  const folder = mkdtempSync(join(parent, 'installed-'));
  for (const [file, text] of Object.entries(PACKAGE_MANAGERS.npm.files(registry))) {
    writeFileSync(join(folder, file), text);
  }
  const { exitCode, stderr } = await runProgram('npm', ['install', '--ignore-scripts', ...names], folder);
  if (exitCode !== 0) throw new Error(`npm could not install ${names.join(' ')}:\n${stderr}`);
  const { packages }: Lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const paths = Object.keys(packages).filter((path) => path !== '');
  const { stdout } = await runProgram('du', ['-sb', 'node_modules'], folder);
  return {
    packages: paths.length,
    megabytes: Math.round(Number.parseInt(stdout, 10) / 1e6),
    scripts: paths
      .filter((path) => packages[path].hasInstallScript)
      .map((path) => path.split('node_modules/').at(-1) ?? path),
  };
}
