import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PackedProject } from '../../../commands/packed-project.js';

const example = fileURLToPath(new URL('..', import.meta.url));

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
  readonly #project = new PackedProject();

  /** Copies the sources and the six-line test, over what was made of them. */
  copySources(): void {
    for (const name of COPIED) {
      cpSync(join(example, name), join(this.#project.folder, name), { recursive: true });
    }
  }

  /** Copies everything, and installs it on the packages as they would be published. */
  async create(): Promise<void> {
    this.copySources();
    const manifest = JSON.parse(readFileSync(join(example, 'package.json'), 'utf8'));
    await this.#project.install(manifest, ['core', 'conformance'], example);
  }

  remove(): void {
    this.#project.remove();
  }

  read(file: string): string {
    return this.#project.read(file);
  }

  write(file: string, text: string): void {
    this.#project.write(file, text);
  }

  /** Runs the six-line test, with arguments of vitest's. */
  async runSuite(args: string[] = []): Promise<SuiteRan> {
    const reporters = ['--reporter=default', '--reporter=json', '--outputFile=report.json'];
    const ran = await this.run('vitest', 'run', ...reporters, ...args);
    const report: Report = JSON.parse(this.read('report.json'));
    rmSync(join(this.#project.folder, 'report.json'));
    const checks = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    const ids = (wanted: string): string[] => checks.flatMap(({ title, status }) => (status === wanted ? [title] : []));
    return { ...ran, passed: ids('passed'), failed: ids('failed') };
  }

  /** Runs a command of the installed packages; a failing one is an answer too. */
  async run(command: string, ...args: string[]): Promise<Ran> {
    const { exitCode, stdout, stderr } = await this.#project.run(command, ...args);
    return { exitCode, printed: stdout + stderr };
  }
}
