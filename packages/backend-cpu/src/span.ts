import type { Layout } from './layout.js';

/** Where a row of pixels, or an image, starts in an array. The object is one and the same for all, moved on. */
export interface Span<A> {
  values: A;
  at: number;
  layout: Layout;
}
