import type { Call } from '../call.js';
import type { ImageArray } from '../layout.js';
import type { Lines } from '../points/lines.js';
import type { Row } from '../row.js';
import type { Span } from '../span.js';
import type { Sums } from '../sum-per-image.js';

/**
 * A way of reading rows of points, with room for what it knows about a crop and a row of it. It is told of a crop first
 * (`plan`), then of each of its rows (`take`), and then has any of the three loops to run over what it took.
 */
export interface Way {
  /** Whether `take` finds all points of the row in it; or none, because the way reads the lines of a crop. */
  needsPoints: boolean;
  /** Whether this way can read a crop, of which it gets the lines if it is axis-aligned; `row` has its errors. */
  plan(lines: Lines | undefined, row: Row): boolean;
  /** Takes the points that it can. Those in `row` afterwards are left to the general way; all others are done. */
  take(row: Row): void;
  /** Samples the points it took: value = Σ weight · image + fillValue · (weight outside). */
  gather(crop: Span<ImageArray>, image: Span<ImageArray>): void;
  /** The transpose: adds weight · dy to every pixel that they read. A weight of 0 adds nothing, even when dy is infinite. */
  scatter(dimage: Span<Sums>, dy: Span<Float32Array>): void;
  /**
   * Differentiates them by their normalised coordinates: along each axis the sum of `gather`, with that axis's slopes in
   * place of its weights, summed over the channels with dy. Written to `gradient`, x, y(, z) of one output after the other;
   * under antialias, its second half is the same by the footprints.
   */
  slope(gradient: Float64Array, dy: Span<Float32Array>, image: Span<ImageArray>): void;
}

/** The loops of a way: forward, by the image, by the points. */
export type Loop = 'gather' | 'scatter' | 'slope';

/** Makes room for a way whose `loop` will be run in this call; undefined where it cannot read a crop of such lines. */
export type CreateWay = (call: Call, loop: Loop, lines: Lines | undefined) => Way | undefined;
