/** A pixel of a map that is not lower than any of its eight neighbours. */
export interface Peak {
  x: number;
  y: number;
  value: number;
}

/** The highest peaks of a map, row by row, at most so many, the highest first. */
export function peaks(map: Float32Array, width: number, most: number): Peak[] {
  const height = map.length / width;
  const found: Peak[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = map[y * width + x];
      if (found.length === most && value <= found[most - 1].value) continue;
      if (!isPeak(map, width, height, x, y, value)) continue;
      if (found.length === most) found.pop();
      const at = found.findIndex((other) => other.value < value);
      found.splice(at < 0 ? found.length : at, 0, { x, y, value });
    }
  }
  return found;
}

function isPeak(map: Float32Array, width: number, height: number, x: number, y: number, value: number): boolean {
  for (let j = Math.max(y - 1, 0); j <= Math.min(y + 1, height - 1); j++) {
    for (let i = Math.max(x - 1, 0); i <= Math.min(x + 1, width - 1); i++) {
      if (map[j * width + i] > value) return false;
    }
  }
  return true;
}
