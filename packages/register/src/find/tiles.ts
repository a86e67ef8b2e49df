/** Some tiles of a map, all of one size. Those of the last row and column may reach beyond the map. */
export interface Tiles {
  rows: number;
  columns: number;
  /** The first row and column of each. */
  origins: readonly (readonly [row: number, column: number])[];
}

/**
 * Cuts a map into tiles, and these into batches. One convolution of a large image would need hundreds of bytes for each of its
 * pixels on some backends; of tiles, it needs them for one tile.
 */
export function tilesOf(rows: number, columns: number): Tiles[] {
  const [down, across] = [Math.ceil(rows / MOST), Math.ceil(columns / MOST)];
  const size = { rows: Math.ceil(rows / down), columns: Math.ceil(columns / across) };
  const origins = Array.from({ length: down * across }, (_, k) => {
    return [Math.floor(k / across) * size.rows, (k % across) * size.columns] as const;
  });
  const batches = Math.ceil(origins.length / BATCH);
  return Array.from({ length: batches }, (_, k) => ({ ...size, origins: origins.slice(k * BATCH, (k + 1) * BATCH) }));
}

const MOST = 64;
const BATCH = 64;
