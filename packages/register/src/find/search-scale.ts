import { tidy } from '@tensorflow/tfjs-core';
import { correlate } from './correlate.js';
import type { Candidate } from './distinct-places.js';
import type { FilterBank } from './filter-bank.js';
import type { Octaves } from './octaves.js';
import { peaks } from './peaks.js';
import { placeAt } from './place.js';
import { type Tiles, tilesOf } from './tiles.js';

/** How well a thumbnail fits at each pixel of a shrunk photo, by the angle that fits best. */
interface FitMap {
  columns: number;
  best: Float32Array;
  /** Which of the bank's angles that is. */
  angle: Uint8Array;
}

/**
 * The best places of one scale. The photo is shrunk so that the thumbnail's [height, width] in it, `box`, becomes the size of the bank's
 * filters, which are then laid on each of its pixels.
 */
export async function searchScale(
  octaves: Octaves,
  bank: FilterBank,
  box: readonly [height: number, width: number],
  floor: number,
): Promise<Candidate[]> {
  const [h, w] = bank.size;
  const [high, wide] = [box[0] / h, box[1] / w];
  const rows = Math.max(1, Math.round(octaves.size[0] / high) - h + 1) + 2 * BEYOND;
  const columns = Math.max(1, Math.round(octaves.size[1] / wide) - w + 1) + 2 * BEYOND;
  /** The middle, in the photo, of so many pixels of the shrunk one, the first of which belongs to this pixel of the map. */
  const middle = (first: number, pixels: number, large: number): number => (first - BEYOND + pixels / 2) * large;

  const map: FitMap = { columns, best: new Float32Array(rows * columns), angle: new Uint8Array(rows * columns) };
  for (const tiles of tilesOf(rows, columns)) {
    const size = [tiles.rows + h - 1, tiles.columns + w - 1] as const;
    const places = tiles.origins.map(([y, x]) =>
      placeAt(middle(x, size[1], wide), middle(y, size[0], high), size[1] * wide, size[0] * high),
    );
    const fits = tidy(() => correlate(octaves.cut(places, size), bank, floor));
    try {
      keepBest(map, tiles, await fits.data(), bank.angles.length);
    } finally {
      fits.dispose();
    }
  }
  return peaks(map.best, columns, MOST).map(({ x, y, value }) => ({
    place: placeAt(middle(x, w, wide), middle(y, h, high), box[1], box[0], bank.angles[map.angle[y * columns + x]]),
    rank: value,
  }));
}

/** Writes the best of the angles of each pixel of some tiles [N,h,w,A] into the map. */
function keepBest(map: FitMap, tiles: Tiles, fits: ArrayLike<number>, angles: number): void {
  const rows = map.best.length / map.columns;
  for (const [n, [top, left]] of tiles.origins.entries()) {
    for (let y = top; y < Math.min(top + tiles.rows, rows); y++) {
      for (let x = left; x < Math.min(left + tiles.columns, map.columns); x++) {
        const first = ((n * tiles.rows + y - top) * tiles.columns + x - left) * angles;
        let best = 0;
        for (let a = 1; a < angles; a++) if (fits[first + a] > fits[first + best]) best = a;
        map.best[y * map.columns + x] = fits[first + best];
        map.angle[y * map.columns + x] = best;
      }
    }
  }
}

/** How many pixels of the shrunk photo a place may reach beyond the photo. */
const BEYOND = 1;
/** How many peaks are taken of each scale. */
const MOST = 12;
