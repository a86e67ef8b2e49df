import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pnpmCommand } from './pnpm-command.js';
import { type Ran, runProgram } from './run-program.js';

const packages = fileURLToPath(new URL('../packages', import.meta.url));

/** Versions by package name. */
type Dependencies = Readonly<Record<string, string>>;

/** As much of a package.json as is read here. */
interface Manifest {
  dependencies?: Dependencies;
  devDependencies?: Dependencies;
  peerDependencies?: Dependencies;
}

/**
 * A project outside of the workspace, on the packages as they would be published. Everything else that it needs is a
 * link to the workspace's own copy, so that nothing is resolved and no registry is asked.
 */
export class PackedProject {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), 'cropgrad-project-')));

  /**
   * Packs what `packed` names, folders of `packages/` that are built, and installs a project with this package.json.
   * `from` is the package of the workspace whose copies are linked first; a packed package brings its own.
   */
  async install(manifest: Manifest, packed: readonly string[], from: string): Promise<void> {
    const tarballs: Record<string, string> = {};
    for (const name of packed) {
      const tarball = join(this.folder, `${name}.tgz`);
      await this.pnpm('--dir', join(packages, name), 'pack', '--out', tarball);
      tarballs[`@cropgrad/${name}`] = `file:${tarball}`;
    }
    const links: Record<string, string> = {};
    for (const name of packed) {
      const folder = join(packages, name);
      const { dependencies, peerDependencies } = readManifest(folder);
      Object.assign(links, linksTo(folder, { ...dependencies, ...peerDependencies }));
    }
    const { dependencies, devDependencies, peerDependencies } = manifest;
    Object.assign(links, linksTo(from, { ...dependencies, ...devDependencies, ...peerDependencies }));
    // pnpm takes these for every mention of a package, the project's own too; packed packages name each other by a
    // version that no registry has yet. JSON is YAML.
    const overrides = { ...links, ...tarballs };
    this.write('package.json', JSON.stringify({ private: true, type: 'module', ...manifest }));
    this.write('pnpm-workspace.yaml', JSON.stringify({ packages: [], overrides }));
    await this.pnpm('install', '--offline', '--no-frozen-lockfile');
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** Runs a command of the installed packages; a failing one is an answer too. */
  run(command: string, ...args: string[]): Promise<Ran> {
    return runProgram(join(this.folder, 'node_modules/.bin', command), args, this.folder);
  }

  /** Runs a module of the project in Node, and gives back what it prints. Throws when it fails. */
  async node(module: string): Promise<string> {
    const { exitCode, stdout, stderr } = await runProgram(process.execPath, [module], this.folder);
    if (exitCode !== 0) throw new Error(`node ${module} failed:\n${stdout}${stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private async pnpm(...args: string[]): Promise<void> {
    const command = pnpmCommand();
    const { exitCode, stdout, stderr } = await runProgram(command.file, [...command.args, ...args], this.folder);
    if (exitCode !== 0) throw new Error(`pnpm ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
}

/** Those of the dependencies that a package of the workspace has installed, as links to its copies. */
function linksTo(folder: string, dependencies: Dependencies): Record<string, string> {
  const installed = Object.keys(dependencies).map((name) => [name, join(folder, 'node_modules', name)]);
  return Object.fromEntries(installed.flatMap(([name, path]) => (existsSync(path) ? [[name, `link:${path}`]] : [])));
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
