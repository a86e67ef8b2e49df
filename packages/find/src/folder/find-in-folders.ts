import { InputError } from '../command/input-error.js';
import { NotFound } from '../command/run-command.js';
import { hashOf, type ImageRef, listImages } from '../images/image-list.js';
import type { MatchOptions } from '../pair/match.js';
import { SharedQueue } from '../queue/shared-queue.js';
import type { Executor } from './executor.js';
import { withProgress } from './progress.js';
import { Ranks } from './ranks.js';
import { Table } from './table.js';
import { type FindTask, hashOfImages, type RankTask } from './task.js';
import { ThreadPool } from './thread-pool.js';

/** What `cropgrad-find photos/ thumbs/` is asked for. */
export interface FolderOptions {
  readonly photos: string;
  readonly thumbnails: string;
  readonly out: string;
  readonly threads: number;
  /** The address of a Redis whose workers do the work, or none. */
  readonly queue: string | undefined;
  readonly match: MatchOptions;
}

/** So many photos that look like a thumbnail from afar are searched for it. */
const CANDIDATES = 32;

/**
 * Finds the photo of every thumbnail, and writes a table. First each photo is compared roughly with all thumbnails at
 * once, which is cheap; then each thumbnail is looked for in the photos that are most like it. What the table holds
 * already is not done again. Throws an InputError, or NotFound when not all were found.
 */
export async function findInFolders(options: FolderOptions): Promise<void> {
  const [photos, thumbnails] = await Promise.all([listImages(options.photos), listImages(options.thumbnails)]);
  const table = await Table.open(options.out);
  const common = [options.match, hashOfImages(photos)];
  const key = ({ hash }: ImageRef) => hashOf(JSON.stringify([hash, ...common])).slice(0, 16);
  const missing = thumbnails.filter((thumbnail) => !table.has(thumbnail.name, key(thumbnail)));
  if (missing.length > 0) {
    const ranks = await Ranks.open(options.out, hashOfImages(thumbnails));
    const executor = await openExecutor(options, thumbnails);
    try {
      await rank(executor, ranks, photos, hashOfImages(thumbnails));
      const unique = once(photos);
      const tasks = once(missing).map((thumbnail): FindTask => {
        const likely = ranks.best(unique, thumbnails.indexOf(thumbnail), CANDIDATES);
        return { kind: 'find', thumbnail, photos: likely, match: options.match };
      });
      // Thumbnails of one photo follow each other, so that it is still decoded.
      const place = ({ photos: [likeliest] }: FindTask) => unique.indexOf(likeliest);
      tasks.sort((a, b) => place(a) - place(b));
      await withProgress('thumbnails', executor, tasks, async (task, outcome) => {
        const same = missing.filter(({ hash }) => hash === task.thumbnail.hash);
        for (const thumbnail of same) await table.add(thumbnail.name, key(thumbnail), outcome);
      });
    } finally {
      await executor.close();
    }
    await ranks.remove();
  }
  const found = await table.finish(thumbnails.map(({ name }) => name));
  console.log(`${found} of ${thumbnails.length} thumbnails found: ${options.out}`);
  if (found < thumbnails.length) throw new NotFound();
}

function openExecutor({ photos, thumbnails, threads, queue }: FolderOptions, list: ImageRef[]): Promise<Executor> {
  if (queue !== undefined) return SharedQueue.open(queue);
  return Promise.resolve(new ThreadPool({ photos, thumbnails, list }, threads));
}

/** Compares the photos with the thumbnails, those that were not yet. */
async function rank(executor: Executor, ranks: Ranks, photos: readonly ImageRef[], thumbnails: string): Promise<void> {
  const tasks = once(photos)
    .filter(({ hash }) => !ranks.has(hash))
    .map((photo): RankTask => ({ kind: 'rank', photo, thumbnails }));
  let failed = 0;
  await withProgress('photos', executor, tasks, async (task, outcome) => {
    if (outcome.kind === 'ranks') await ranks.add(task.photo.hash, outcome.scores);
    else failed++;
  });
  if (failed === once(photos).length) throw new InputError('no photo can be read: each line above says why');
}

/** The first of those that hold the same. */
function once(images: readonly ImageRef[]): ImageRef[] {
  return [...new Map([...images].reverse().map((image) => [image.hash, image])).values()].reverse();
}
