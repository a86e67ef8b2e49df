import type { Model, Reason } from '@cropgrad/register';

/** Where the page lets photos be aligned. */
export const ALIGN_BACKENDS = ['wasm', 'webgl'] as const;
export type AlignBackend = (typeof ALIGN_BACKENDS)[number];

/** Two image files to be aligned. */
export interface AlignRequest {
  fixed: Blob;
  moving: Blob;
  model: Model;
  backend: AlignBackend;
}

/** The answer. */
export interface Alignment {
  /** The moving photo, laid on the fixed one; transparent where the moving photo ends. */
  picture: ImageBitmap;
  score: number;
  /** How much of the fixed photo is covered, 0 to 1. */
  overlap: number;
  /** How far the worst corner may be off, in pixels of the fixed photo: register()'s sigma. */
  sigma: number;
  /** Why the photos are not aligned, or null if they are. */
  reason: Reason | null;
  /** How long it took, once all was loaded. */
  milliseconds: number;
}

export type AlignReply = { alignment: Alignment } | { failure: string };
