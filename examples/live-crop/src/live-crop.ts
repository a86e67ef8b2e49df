import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import type { Box } from './box.js';
import { Follower } from './follower.js';
import { takeFrame } from './frame.js';

/** How wide and high the crop is that is shown. */
const VIEW = 128;

/** Follows a box through a video, and shows what is in it. */
export class LiveCrop {
  readonly #draw: (crop: tf.Tensor4D) => void;
  readonly #follower: Follower;
  readonly #size: { width: number; height: number };

  private constructor(follower: Follower, size: { width: number; height: number }, draw: (crop: tf.Tensor4D) => void) {
    this.#follower = follower;
    this.#size = size;
    this.#draw = draw;
  }

  /** Begins with what the video shows now, and a box on it, in pixels. */
  static async begin(video: HTMLVideoElement, box: Box, draw: (crop: tf.Tensor4D) => void): Promise<LiveCrop> {
    const frame = await takeFrame(video);
    const size = { width: video.videoWidth, height: video.videoHeight };
    const live = new LiveCrop(new Follower(frame, box), size, draw);
    frame.dispose();
    return live;
  }

  /** Takes the frame that the video shows now, and moves the box: where it is then, in pixels. Four numbers are read. */
  async next(video: HTMLVideoElement): Promise<Box> {
    const frame = await takeFrame(video);
    this.#follower.follow(frame);
    const box = this.#follower.box();
    const view = crop(frame, box, [VIEW, VIEW]);
    this.#draw(view);
    tf.dispose([frame, view]);
    const [x, y, x2, y2] = await box.data();
    box.dispose();
    const { width, height } = this.#size;
    return [((x + 1) * width) / 2, ((y + 1) * height) / 2, ((x2 + 1) * width) / 2, ((y2 + 1) * height) / 2];
  }

  dispose(): void {
    this.#follower.dispose();
  }
}
