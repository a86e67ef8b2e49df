import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** This example's folder. */
export const example = join(import.meta.dirname, '..');

export type Edges = [x: number, y: number, x2: number, y2: number];

/** What result.json holds. */
export interface Result {
  order: string;
  imageSize: [width: number, height: number];
  size: [width: number, height: number];
  backend: string;
  true: Edges;
  cropgradFind: { box: Edges | null; score: number };
  start: Edges;
  settled: Edges;
  found: Edges | null;
  cornerError: number;
  steps: number;
  loss: number[];
}

/** A folder that a user runs the demo in. */
export class UserFolder {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'find-the-crop-'));

  path(file: string): string {
    return join(this.folder, file);
  }

  /** Runs the demo as a user here would: through a package manager, which runs it somewhere else. */
  demo(...flags: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
    const args = ['--import', 'tsx', '--conditions=cropgrad-source', join(example, 'src/main.ts'), ...flags];
    const env = { ...process.env, INIT_CWD: this.folder };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, args, { cwd: example, env }, (_error, stdout, stderr) => {
        resolve({ status: child.exitCode, stdout, stderr });
      });
    });
  }

  resultIn(out: string): Result {
    return JSON.parse(readFileSync(join(this.folder, out, 'result.json'), 'utf8'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
