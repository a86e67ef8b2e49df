import { type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { type PhotoBox, radians } from '../box.js';
import { boxesTensor, cropBoxes, type Sampling } from './crop-boxes.js';
import { type SearchLevel, searchLevels } from './search-levels.js';
import { SearchStage } from './search-stage.js';

/** What one step of a search did. */
export interface SearchStep {
  /** The boxes after the step. The start box is the first one; from the end of a level on it is the one of the smallest loss. */
  boxes: PhotoBox[];
  /** The first box's loss before the step: the mean squared difference from the target, as blurred as the level is. */
  loss: number;
  done: number;
  total: number;
}

const STEPS_PER_LEVEL = 40;

/** Besides the start box, about so many others set out, from all over the photo. */
const SCOUTS = 96;

/**
 * A search for the place in a photo [1,H,W,C] where the crop at `target` was taken, by gradient descent on the numbers of
 * a box, step by step.
 *
 * Sharp pictures match only where they almost lie on each other. So it begins with blurred ones, which pull from further
 * away, and with many boxes, all cut out of one photo in one call; level by level the pictures sharpen, and the better
 * boxes go on. Within a level each box goes its own way, so one sees what its gradient does.
 */
export class BoxSearch {
  readonly #photo: Tensor4D;
  readonly #target: Tensor4D;
  readonly #sampling: Sampling;
  readonly #levels: SearchLevel[];
  /** The length in pixels by which a corner of the start box moves when it turns by a degree; undefined where none does. */
  readonly #degree: number | undefined;
  #leaders: PhotoBox[];
  #stage: SearchStage | undefined;
  #done = 0;

  /** The photo stays the caller's, who disposes it after the search. Where no box turns, the start's angle is 0. */
  constructor(photo: Tensor4D, start: PhotoBox, target: PhotoBox, sampling: Sampling, turns = true) {
    this.#photo = photo;
    this.#sampling = sampling;
    this.#levels = searchLevels(start, sampling.size);
    this.#target = tidy(() => cropBoxes(photo, boxesTensor([target]), sampling));
    this.#degree = turns ? (radians(1) * Math.hypot(start.w, start.h)) / 2 : undefined;
    this.#leaders = [start, ...scouts(start, photo.shape)];
  }

  get total(): number {
    return this.#levels.length * STEPS_PER_LEVEL;
  }

  /** Takes the next step, `rate` times as long as usual. */
  async step(rate: number): Promise<SearchStep> {
    if (this.#done % STEPS_PER_LEVEL === 0) this.#enter(this.#levels[this.#done / STEPS_PER_LEVEL]);
    const stage = this.#stage;
    if (!stage) throw new Error('The search was disposed');
    const { boxes, losses } = await stage.step(rate);
    this.#done++;
    const order = boxes.map((_, i) => i);
    if (this.#done % STEPS_PER_LEVEL === 0) order.sort((a, b) => losses[a] - losses[b]);
    this.#leaders = order.map((i) => boxes[i]);
    return { boxes: this.#leaders, loss: losses[order[0]], done: this.#done, total: this.total };
  }

  dispose(): void {
    this.#stage?.dispose();
    this.#stage = undefined;
    this.#target.dispose();
  }

  #enter(level: SearchLevel): void {
    this.#stage?.dispose();
    const boxes = this.#leaders.slice(0, level.boxes);
    this.#stage = new SearchStage(level, boxes, {
      photo: this.#photo,
      target: this.#target,
      sampling: this.#sampling,
      degree: this.#degree,
    });
  }
}

/** Boxes of the start's size and angle, at the middles of a regular grid of cells that covers the photo. */
function scouts(start: PhotoBox, [, height, width]: Tensor4D['shape']): PhotoBox[] {
  const columns = Math.max(1, Math.round(Math.sqrt((SCOUTS * width) / height)));
  const rows = Math.max(1, Math.round(SCOUTS / columns));
  return Array.from({ length: rows * columns }, (_, i) => {
    const column = i % columns;
    const row = Math.floor(i / columns);
    return { ...start, cx: ((column + 0.5) * width) / columns, cy: ((row + 0.5) * height) / rows };
  });
}
