import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLERS } from '../../../../commands/bundlers.js';
import { PackedProject } from '../../../../commands/packed-project.js';

const PACKED = ['core', 'backend-gpujs'];
const TFJS = ['@tensorflow/tfjs-backend-cpu', '@tensorflow/tfjs-core'];

/** A project of a user's: the packed packages, installed in a folder of its own, and a page on them. */
export class PageProject {
  readonly #project = new PackedProject();

  /** Packs and installs the packages. */
  async create(): Promise<void> {
    const names = [...PACKED.map((name) => `@cropgrad/${name}`), ...TFJS];
    const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
    await this.#project.install({ dependencies }, PACKED, fileURLToPath(new URL('../..', import.meta.url)));
    this.#project.write('main.js', readFileSync(new URL('main.js', import.meta.url), 'utf8'));
  }

  /** Bundles the page, and gives back the folder to serve. */
  async bundle(bundler: keyof typeof BUNDLERS): Promise<string> {
    const out = join(this.#project.folder, bundler.replace(' ', '-'));
    await BUNDLERS[bundler](this.#project.folder, out);
    return out;
  }

  remove(): void {
    this.#project.remove();
  }
}
