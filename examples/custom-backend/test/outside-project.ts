import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const example = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

const COPIED = ['src', 'test/conformance.test.ts', 'backend.js', 'tsconfig.json', 'vitest.browser.config.ts'];

/** How a command ended, and all that it printed. */
export interface Ran {
  exitCode: number;
  printed: string;
}

/** The same for a run of the six-line test, with the ids of the checks. */
export interface SuiteRan extends Ran {
  passed: string[];
  failed: string[];
}

/** As much of vitest's JSON report as is read here. */
interface Report {
  testResults: { assertionResults: { title: string; status: string }[] }[];
}

/** This example in a folder of its own, on packed packages: what someone else's backend looks like. */
export class OutsideProject {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'cropgrad-custom-backend-'));

  /** Copies the sources and the six-line test, over what was made of them. */
  copySources(): void {
    for (const name of COPIED) {
      cpSync(join(example, name), join(this.folder, name), { recursive: true });
    }
  }

  /** Copies everything, and installs it on the packages as they would be published. */
  async create(): Promise<void> {
    this.copySources();
    const tarballs: Record<string, string> = {};
    for (const name of ['core', 'conformance']) {
      const tarball = join(this.folder, `${name}.tgz`);
      await this.pnpm(['--dir', join(root, 'packages', name), 'pack', '--out', tarball]);
      tarballs[`@cropgrad/${name}`] = `file:${tarball}`;
    }
    const manifest = JSON.parse(read(join(example, 'package.json')));
    for (const dependencies of [manifest.dependencies, manifest.devDependencies]) {
      for (const name of Object.keys(dependencies)) dependencies[name] = tarballs[name] ?? installedVersion(name);
    }
    writeFileSync(join(this.folder, 'package.json'), JSON.stringify(manifest));
    // The packed packages name each other by version, which no registry has yet.
    const overrides = Object.entries(tarballs).map(([name, file]) => `  '${name}': '${file}'\n`);
    writeFileSync(join(this.folder, 'pnpm-workspace.yaml'), `packages: []\noverrides:\n${overrides.join('')}`);
    await this.pnpm(['install', '--prefer-offline', '--no-frozen-lockfile']);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  read(file: string): string {
    return read(join(this.folder, file));
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** Runs the six-line test, with arguments of vitest's. */
  async runSuite(args: string[] = []): Promise<SuiteRan> {
    const reporters = ['--reporter=default', '--reporter=json', '--outputFile=report.json'];
    const ran = await this.npx(['vitest', 'run', ...reporters, ...args]);
    const report: Report = JSON.parse(this.read('report.json'));
    rmSync(join(this.folder, 'report.json'));
    const checks = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    const ids = (wanted: string): string[] => checks.flatMap(({ title, status }) => (status === wanted ? [title] : []));
    return { ...ran, passed: ids('passed'), failed: ids('failed') };
  }

  /** Runs a command of the installed packages; a failing one is an answer too. */
  npx(args: string[]): Promise<Ran> {
    return run('npx', ['--no-install', ...args], this.folder);
  }

  private async pnpm(args: string[]): Promise<void> {
    // The pnpm that runs these tests, where one does.
    const cli = process.env.npm_execpath;
    const [command, first] = cli?.match(/pnpm[^/]*js$/) ? [process.execPath, [cli]] : ['npx', ['-y', 'pnpm']];
    const { exitCode, printed } = await run(command, [...first, ...args], this.folder);
    if (exitCode !== 0) throw new Error(`pnpm ${args.join(' ')} failed:\n${printed}`);
  }
}

/** Not execFileSync: vitest gives up on a worker that does not answer for a minute. */
function run(command: string, args: string[], cwd: string): Promise<Ran> {
  // A vitest that finds these believes that it is a worker of this one.
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  const env = { ...Object.fromEntries(outer), NO_COLOR: '1' };
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const exitCode = error ? error.code : 0;
      if (typeof exitCode === 'number') resolve({ exitCode, printed: stdout + stderr });
      else reject(error);
    });
  });
}

function installedVersion(name: string): string {
  return JSON.parse(read(join(example, 'node_modules', name, 'package.json'))).version;
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
