import * as tf from '@tensorflow/tfjs';
import { expect } from 'vitest';
import { cornerDistance } from '../../src/box.js';
import { faceAt, VIDEO } from '../../src/camera-path.js';
import { LiveCrop } from '../../src/live-crop.js';
import { countReads } from './count-reads.js';
import { openVideo, showFrame } from './open-video.js';

/** Every so many frames of the video one is followed: a third of a second. */
const STRIDE = 8;

/**
 * Follows the face through the whole video on tfjs's current backend, and expects what must hold there: the box is where the
 * face is, four numbers per frame are read and nothing else, and nothing stays in memory.
 */
export async function expectToFollowTheFace(draw: (crop: tf.Tensor4D) => void): Promise<void> {
  const video = await openVideo();
  const before = tf.memory().numTensors;
  await show(0);
  const live = await LiveCrop.begin(video, faceAt(0), draw);
  const reads = countReads();
  const tensors = new Set<number>();
  const distances: number[] = [];
  const frames = VIDEO.seconds * VIDEO.framesPerSecond;
  for (let k = STRIDE; k < frames; k += STRIDE) {
    await show(k);
    const box = await live.next(video);
    distances.push(cornerDistance(box, faceAt(k / VIDEO.framesPerSecond)));
    tensors.add(tf.memory().numTensors);
  }
  live.dispose();
  video.remove();
  expect(Math.max(...distances), distances.map((px) => px.toFixed(2)).join(' ')).toBeLessThan(1);
  expect(reads).toEqual({ awaited: distances.map(() => 4), synchronous: 0 });
  expect(tensors.size).toBe(1);
  expect(tf.memory().numTensors).toBe(before);

  /** The middle of a frame's time, so that rounding shows no other one. */
  function show(frame: number): Promise<void> {
    return showFrame(video, (frame + 0.5) / VIDEO.framesPerSecond);
  }
}
