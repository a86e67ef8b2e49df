import { join } from 'node:path';
import { InputError } from '../command/input-error.js';
import { oneLine } from '../command/one-line.js';
import { isAboutInput } from '../command/run-command.js';
import { hashOf, type ImageRef } from '../images/image-list.js';
import { type OpenImage, openImage } from '../images/open-image.js';
import { readBytes } from '../images/read-bytes.js';
import { type Grey, readGrey } from '../images/read-grey.js';
import { useWasm } from '../images/use-wasm.js';
import { match } from '../pair/match.js';
import { placementOf } from '../pair/placement.js';
import { REASONS } from '../pair/reasons.js';
import { shrinkPhotoBy, shrinkThumbnailBy } from '../pair/shrink-by.js';
import { DESCRIBED_SIDE } from './descriptors.js';
import { Recent } from './recent.js';
import { type FindTask, hashOfImages, type Outcome, type RankTask, type Task } from './task.js';
import { ThumbnailIndex } from './thumbnail-index.js';

/** Where the files of tasks are. */
export interface Workplace {
  readonly photos: string;
  readonly thumbnails: string;
  /** The images of the second folder. */
  readonly list: readonly ImageRef[];
}

/** A photo that was decoded, and its size before it was shrunk. */
interface DecodedPhoto {
  readonly grey: Grey;
  readonly width: number;
  readonly height: number;
}

/** How many photos stay decoded: up to 12 MB each. */
const DECODED = 8;

/** Does tasks one after the other. Photos and the index of the thumbnails stay for the next one. */
export class TaskRunner {
  readonly #place: Workplace;
  readonly #decoded = new Recent<DecodedPhoto>(DECODED);
  #index: Promise<ThumbnailIndex> | undefined;

  constructor(place: Workplace) {
    this.#place = place;
  }

  /** Does a task. A file that cannot be used is a failure, in one line; anything else that goes wrong is thrown. */
  async run(task: Task): Promise<Outcome> {
    await useWasm();
    try {
      return task.kind === 'rank' ? await this.#rank(task) : await this.#find(task);
    } catch (error) {
      if (!isAboutInput(error)) throw error;
      return { kind: 'failure', message: oneLine(error) };
    }
  }

  async #rank({ photo, thumbnails }: RankTask): Promise<Outcome> {
    if (thumbnails !== hashOfImages(this.#place.list)) {
      throw new InputError(`${this.#place.thumbnails} does not have the same thumbnails as the other machines`);
    }
    this.#index ??= this.#describeAll();
    const index = await this.#index;
    const image = await open(this.#place.photos, photo);
    const longest = Math.max(image.width, image.height);
    const scores = await index.rank(await readGrey(image, Math.max(1, longest / DESCRIBED_SIDE)));
    return { kind: 'ranks', scores: Buffer.from(scores.buffer).toString('base64') };
  }

  async #describeAll(): Promise<ThumbnailIndex> {
    const greys: (Grey | null)[] = [];
    for (const ref of this.#place.list) {
      const grey = await this.#thumbnail(ref).catch((error: unknown) => {
        if (isAboutInput(error)) return null;
        throw error;
      });
      greys.push(grey);
    }
    return new ThumbnailIndex(greys);
  }

  async #thumbnail(ref: ImageRef): Promise<Grey> {
    const image = await open(this.#place.thumbnails, ref);
    return readGrey(image, shrinkThumbnailBy(image));
  }

  async #find({ thumbnail, photos, match: options }: FindTask): Promise<Outcome> {
    const small = await this.#thumbnail(thumbnail);
    let best: Outcome = { kind: 'none', reason: 'no photo can be read', score: 0 };
    for (const photo of photos) {
      const { grey, width, height } = await this.#photo(photo);
      const { theta, score, reason } = await match(grey, small, options);
      const placement = placementOf(theta, width, height);
      if (reason === null) return { kind: 'place', photo: photo.name, placement, score };
      if (score > best.score || photo === photos[0]) best = { kind: 'none', reason: REASONS[reason], score };
    }
    return best;
  }

  #photo(ref: ImageRef): Promise<DecodedPhoto> {
    return this.#decoded.get(ref.hash, async () => {
      const image = await open(this.#place.photos, ref);
      const { width, height } = image;
      return { grey: await readGrey(image, shrinkPhotoBy(image)), width, height };
    });
  }
}

/** Opens an image whose content is known. Throws an InputError where it is another by now. */
async function open(folder: string, { name, hash }: ImageRef): Promise<OpenImage> {
  const bytes = await readBytes(join(folder, name));
  if (hashOf(bytes) !== hash) throw new InputError(`${name} has changed since it was listed: run the command again`);
  return openImage(name, bytes);
}
