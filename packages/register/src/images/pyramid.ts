import { cast, dispose, greaterEqual, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { type Layer, layerOf } from '../fit/layer.js';
import { halved, smoothed, weighted } from './weighted.js';

/** From which length of the shorter side on images are halved once more, before they are searched. */
const COARSEST = 36;

/** Images of one size, and the same halved, as often as is asked for. It owns its tensors, and the images that it is given. */
export class Pyramid {
  private readonly levels: { images: Tensor; masks: Tensor | null }[];
  private readonly layers = new Map<string, Layer>();
  /** The size of the images: [h,w] or [d,h,w]. */
  readonly size: readonly number[];

  /** Images [N,…,1], and masks of the same shape or none. */
  constructor(images: Tensor, masks: Tensor | null) {
    this.levels = [{ images, masks }];
    this.size = images.shape.slice(1, -1);
  }

  /** How often the images are halved until the shorter side has less than 36 pixels. */
  get coarsest(): number {
    let level = 0;
    for (let side = Math.min(...this.size); side >= COARSEST; side = Math.ceil(side / 2)) level++;
    return level;
  }

  /** The finest level whose shorter side has less than 128 pixels, or 0. */
  get detailed(): number {
    return Math.max(0, Math.ceil(Math.log2((Math.min(...this.size) + 1) / 128)));
  }

  /** One level with a margin of masked pixels, and smoothed if wanted; below 6 pixels there is none, and the last one is given. */
  layer(level: number, margin: number, smooth = false): Layer {
    const key = `${level} ${margin} ${smooth}`;
    const known = this.layers.get(key);
    if (known) return known;
    const { images, masks } = this.level(Math.max(level, 0));
    const pixels = tidy(() => {
      const shown = smooth ? weighted(smoothed, images, masks).images : images;
      return layerOf(shown, masks, margin).pixels;
    });
    const layer = { pixels, size: images.shape.slice(1, -1) };
    this.layers.set(key, layer);
    return layer;
  }

  dispose(): void {
    for (const { pixels } of this.layers.values()) pixels.dispose();
    for (const [level, { images, masks }] of this.levels.entries()) {
      dispose(masks && level > 0 ? [images, masks] : images);
    }
  }

  private level(level: number): { images: Tensor; masks: Tensor | null } {
    while (this.levels.length <= level) {
      const { images, masks } = this.levels[this.levels.length - 1];
      if (Math.min(...images.shape.slice(1, -1)) < 12) break;
      const [half, ...weights] = tidy((): Tensor[] => {
        const halves = weighted(halved, images, masks);
        return halves.weights ? [halves.images, cast(greaterEqual(halves.weights, 0.5), 'float32')] : [halves.images];
      });
      this.levels.push({ images: half, masks: weights[0] ?? null });
    }
    return this.levels[Math.min(level, this.levels.length - 1)];
  }
}
