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

/** What came of it. */
export interface Alignment {
  /** The moving photo where it lies on the fixed one, and nothing where it shows nothing. */
  picture: ImageBitmap;
  score: number;
  /** How much of the fixed photo is covered, 0 to 1. */
  overlap: number;
  /** How far the worst corner may be off, in pixels of the fixed photo, as register() says it. */
  sigma: number;
  /** Why it is none, or null where it is found. */
  reason: Reason | null;
  /** How long it took, once all was loaded. */
  milliseconds: number;
}

export type AlignReply = { alignment: Alignment } | { failure: string };
