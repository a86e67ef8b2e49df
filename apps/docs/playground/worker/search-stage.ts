import {
  AdamOptimizer,
  concat2d,
  dispose,
  keep,
  mean,
  mul,
  type Scalar,
  squaredDifference,
  sum,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tensor2d,
  tidy,
  type Variable,
  variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { PhotoBox } from '../box.js';
import { cropBoxes, readBoxes, type Sampling } from './crop-boxes.js';
import { numbersOf } from './numbers-of.js';
import { halve } from './pyramid.js';
import type { SearchLevel } from './search-levels.js';

/** What all levels of a search have in common. */
interface SearchView {
  photo: Tensor4D;
  target: Tensor4D;
  sampling: Sampling;
  /** The length in pixels by which a corner of the start box moves when it turns by a degree; undefined where none turns. */
  degree: number | undefined;
}

/** One level of a search under way: what it sees, the boxes that it moves, and the optimizer that moves them. */
export class SearchStage {
  readonly #level: SearchLevel;
  readonly #photoShape: Tensor4D['shape'];
  readonly #photo: Tensor4D;
  readonly #target: Tensor4D;
  readonly #sampling: Sampling;
  /** The numbers that are learned, all as lengths in pixels: (cx, cy), and (w/2, h/2, how far a corner has turned). */
  readonly #centres: Variable;
  readonly #shapes: Variable;
  readonly #toBoxes: Tensor2D;
  readonly #optimizer: SteerableAdam;

  constructor(level: SearchLevel, boxes: readonly PhotoBox[], { photo, target, sampling, degree }: SearchView) {
    this.#level = level;
    this.#photoShape = photo.shape;
    this.#photo = halve(photo, level.photoHalvings);
    this.#target = halve(target, level.targetHalvings);
    const [, height, width] = this.#target.shape;
    this.#sampling = { ...sampling, size: { width, height } };
    this.#centres = learnable(boxes.map(({ cx, cy }) => [cx, cy]));
    this.#shapes = learnable(boxes.map(({ w, h, angle }) => [w / 2, h / 2, angle * (degree ?? 0)]));
    this.#toBoxes = tensor2d([[1, 1, 2, 2, degree === undefined ? 0 : 1 / degree]]);
    this.#optimizer = new SteerableAdam(level.stepLength, 0.9, 0.999);
  }

  async step(rate: number): Promise<{ boxes: PhotoBox[]; losses: Float32Array }> {
    const [losses, boxes] = await numbersOf(() => {
      const seen: Tensor1D[] = [];
      const totalLoss = () => {
        const crops = cropBoxes(this.#photo, this.#boxes(), this.#sampling, this.#photoShape);
        const each = mean<Tensor1D>(squaredDifference(crops, this.#target), [1, 2, 3]);
        // Kept, as a gradient frees what its loss was made from.
        seen.push(keep(each));
        // One box's loss has no part in another's gradient, so the gradient of the sum is that of each.
        return sum<Scalar>(each);
      };
      const learned = this.#level.slideOnly ? [this.#centres] : [this.#centres, this.#shapes];
      const { grads } = variableGrads(totalLoss, learned);
      this.#optimizer.learningRate = rate * this.#level.stepLength;
      this.#optimizer.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
      return [...seen, this.#boxes()];
    });
    return { boxes: readBoxes(boxes), losses };
  }

  dispose(): void {
    dispose([this.#photo, this.#target, this.#centres, this.#shapes, this.#toBoxes]);
    this.#optimizer.dispose();
  }

  #boxes(): Tensor2D {
    return mul(concat2d([this.#centres as Tensor2D, this.#shapes as Tensor2D], 1), this.#toBoxes);
  }
}

/** A variable with these values, which are copied: without the tidy, those that it copies from would stay. */
function learnable(values: number[][]): Variable {
  return tidy(() => variable(tensor2d(values)));
}

/** Adam with a learning rate that may change between steps. */
class SteerableAdam extends AdamOptimizer {
  declare public learningRate: number;
}
