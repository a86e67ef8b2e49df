import { describe } from './describe.js';
import type { BoxFormat } from './options.js';
import { refuse } from './refuse.js';

/**
 * Boxes, as a list of lists: each inner list has the numbers that the format asks for. A quad may be four pairs. All numbers may
 * also stand in one flat list, so one box may be a plain list of numbers.
 */
export type BoxList =
  | Float32Array
  | Float64Array
  | Int32Array
  | readonly number[]
  | readonly (readonly number[] | Float32Array | Float64Array)[]
  | readonly (readonly (readonly number[])[])[];

/** What the numbers of each format are. */
export const BOX_NUMBERS: Readonly<Record<BoxFormat, readonly string[]>> = {
  xyxy: ['x', 'y', "x'", "y'"],
  xywh: ['x', 'y', 'w', 'h'],
  cxcywh: ['cx', 'cy', 'w', 'h'],
  yxyx: ['y', 'x', "y'", "x'"],
  rotated: ['cx', 'cy', 'w', 'h', 'radians'],
  quad: ['x0', 'y0', 'x1', 'y1', 'x2', 'y2', 'x3', 'y3'],
};

/** Reads boxes: a list of numbers for each. Throws `INVALID_INPUT` or `INVALID_SHAPE`. */
export function readBoxes(boxes: unknown, format: BoxFormat): number[][] {
  const entries = BOX_NUMBERS[format].length;
  const expected = `${entries} finite numbers per box (${BOX_NUMBERS[format].join(', ')}), as format '${format}' says`;
  const list = listOf(boxes);
  if (!list) throw refuse('INVALID_INPUT', 'boxes', describe(boxes), expected, 'Pass [[…], …], or a Float32Array');
  const flat = list.length > 0 && typeof list[0] === 'number';
  if (flat && list.length % entries !== 0) {
    throw refuse(
      'INVALID_SHAPE',
      'boxes',
      `${list.length} numbers`,
      expected,
      'Set format to the order of your numbers',
    );
  }
  const rows = flat
    ? Array.from({ length: list.length / entries }, (_, n) => list.slice(n * entries, (n + 1) * entries))
    : list;
  return rows.map((row, n) => {
    const numbers = listOf(row)?.flatMap((entry) => listOf(entry) ?? [entry]);
    if (!numbers?.every(isNumber)) {
      throw refuse('INVALID_INPUT', `boxes[${n}]`, describe(row), expected, 'Remove entries that are not boxes');
    }
    if (numbers.length === entries) return numbers;
    const next = 'Set format to the order of your numbers';
    throw refuse('INVALID_SHAPE', `boxes[${n}]`, `${numbers.length} numbers`, expected, next);
  });
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** A copy of an array, typed or not; undefined for anything else. */
function listOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return [...value];
  if (value instanceof Float32Array || value instanceof Float64Array || value instanceof Int32Array) return [...value];
  return undefined;
}
