import { rm } from 'node:fs/promises';
import { LineFile } from './line-file.js';

/**
 * How alike each thumbnail is to each photo. It is kept in a file of its own until the table is whole, as it takes the
 * longest of all: a line for each photo, of its hash, that of the thumbnails, and the scores.
 */
export class Ranks {
  readonly #path: string;
  readonly #thumbnails: string;
  readonly #file: LineFile;
  readonly #scores = new Map<string, Float32Array>();

  private constructor(path: string, thumbnails: string, file: LineFile) {
    this.#path = path;
    this.#thumbnails = thumbnails;
    this.#file = file;
    for (const line of file.lines) {
      const [photo, others, scores] = line.split(' ');
      if (others === thumbnails) this.#scores.set(photo, decode(scores));
    }
  }

  /** Opens the file beside a table. Lines about other thumbnails are not looked at. */
  static async open(table: string, thumbnails: string): Promise<Ranks> {
    const path = `${table}.ranks`;
    return new Ranks(path, thumbnails, await LineFile.open(path));
  }

  has(photo: string): boolean {
    return this.#scores.has(photo);
  }

  async add(photo: string, scores: string): Promise<void> {
    this.#scores.set(photo, decode(scores));
    await this.#file.append(`${photo} ${this.#thumbnails} ${scores}`);
  }

  /** Those of the photos that are known and most like thumbnail k, the best first. */
  best<Photo extends { readonly hash: string }>(photos: readonly Photo[], k: number, count: number): Photo[] {
    const scored = photos.flatMap((photo) => {
      const scores = this.#scores.get(photo.hash);
      return scores ? [{ photo, score: scores[k] }] : [];
    });
    scored.sort((a, b) => b.score - a.score);
    return scored.slice(0, count).map(({ photo }) => photo);
  }

  /** Removes the file, when the table is whole. */
  async remove(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}

function decode(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  // A buffer of Node's may begin anywhere, and floats may not.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
