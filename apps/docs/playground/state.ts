import type { Mode, Outside, PaddingMode } from '@cropgrad/core';
import type { BackendName } from './backends.js';
import type { PhotoBox, PixelSize } from './box.js';
import { PHOTOS, type PhotoName } from './photos.js';
import type { Sampling } from './worker/crop-boxes.js';

/** What is drawn over the photo. */
export type View = 'crop' | 'grid' | 'image' | 'box';
export const VIEWS: readonly View[] = ['crop', 'grid', 'image', 'box'];

/** The number that gradients are taken of: see worker/losses.ts. */
export type LossName = 'match' | 'brightness' | 'contrast';
export const LOSSES: readonly LossName[] = ['match', 'brightness', 'contrast'];

/** All that decides what the playground shows, except a photo of one's own: what a link carries. */
export interface PlaygroundState {
  photo: PhotoName;
  box: PhotoBox;
  /** Where the crop that "Find it" looks for is taken. */
  target: PhotoBox;
  size: PixelSize;
  mode: Mode;
  paddingMode: PaddingMode;
  outside: Outside;
  alignCorners: boolean;
  /** Whether crops average what they shrink; the nearest pixel is one, and averages nothing. */
  antialias: boolean;
  backend: BackendName;
  view: View;
  loss: LossName;
}

/** How the playground begins, on one of its photos. */
export function initialState(photo: PhotoName): PlaygroundState {
  return {
    photo,
    box: { ...PHOTOS[photo].start },
    target: { ...PHOTOS[photo].target },
    size: { width: 64, height: 64 },
    mode: 'bilinear',
    paddingMode: 'zeros',
    outside: 'pad',
    alignCorners: false,
    antialias: false,
    backend: 'cpu',
    view: 'crop',
    loss: 'match',
  };
}

/** A plain copy of what the worker needs to know to take a crop. */
export function samplingOf(state: PlaygroundState): Sampling {
  const { size, mode, paddingMode, outside, alignCorners, antialias } = state;
  return { size: { ...size }, mode, paddingMode, outside, alignCorners, antialias: antialias && mode !== 'nearest' };
}
