import type { ImageRef } from '../images/image-list.js';
import { hashOf } from '../images/image-list.js';
import type { MatchOptions } from '../pair/match.js';
import type { Placement } from '../pair/placement.js';

/** Compares one photo roughly with every thumbnail of a folder. */
export interface RankTask {
  readonly kind: 'rank';
  readonly photo: ImageRef;
  /** Which thumbnails: {@link hashOfImages}. */
  readonly thumbnails: string;
}

/** Looks for one thumbnail in a few photos, the likeliest first. */
export interface FindTask {
  readonly kind: 'find';
  readonly thumbnail: ImageRef;
  readonly photos: readonly ImageRef[];
  readonly match: MatchOptions;
}

/**
 * A piece of work. It is plain data, and says what the files must hold; so its result is the same wherever it is done.
 */
export type Task = RankTask | FindTask;

/** What came of a task: a float32 for each thumbnail, in base64; or a place, or none; or why a file cannot be used. */
export type Outcome =
  | { readonly kind: 'ranks'; readonly scores: string }
  | { readonly kind: 'place'; readonly photo: string; readonly placement: Placement; readonly score: number }
  | { readonly kind: 'none'; readonly reason: string; readonly score: number }
  | { readonly kind: 'failure'; readonly message: string };

/** Names a task by its content: two that are equal have the same result. */
export function keyOf(task: Task): string {
  const content =
    task.kind === 'rank'
      ? [task.kind, task.photo.hash, task.thumbnails]
      : [task.kind, task.thumbnail.hash, task.photos.map(({ hash }) => hash), task.match.model, task.match.enlarged];
  return hashOf(JSON.stringify(content)).slice(0, 32);
}

/** Names a list of images by their content and order. */
export function hashOfImages(images: readonly ImageRef[]): string {
  return hashOf(images.map(({ hash }) => hash).join());
}
