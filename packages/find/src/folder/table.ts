import { rename, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { InputError } from '../command/input-error.js';
import { oneLine } from '../command/one-line.js';
import { LineFile, written } from './line-file.js';
import type { Outcome } from './task.js';

const COLUMNS: readonly string[] = ['thumbnail', 'photo', 'x', 'y', 'x2', 'y2', 'rotation', 'score', 'note', 'key'];
const HEADER = COLUMNS.join();
const SCORE = COLUMNS.indexOf('score');
const KEY = COLUMNS.indexOf('key');

/** The table of results: a row for each thumbnail, written as soon as it is known. */
export class Table {
  readonly #path: string;
  readonly #file: LineFile;
  /** The rows by the name of their thumbnail. */
  readonly #rows: Map<string, readonly string[]>;

  private constructor(path: string, file: LineFile, rows: Map<string, readonly string[]>) {
    this.#path = path;
    this.#file = file;
    this.#rows = rows;
  }

  /** Opens a table, or starts a new one. Throws an InputError for a file that is not a table. */
  static async open(path: string): Promise<Table> {
    const file = await LineFile.open(path);
    const [header = file.half, ...lines] = file.lines;
    const isBegun = file.lines.length > 0;
    const isOurs = isBegun ? header === HEADER : HEADER.startsWith(header);
    if (!isOurs) throw new InputError(`--out: ${path} is not a table of cropgrad-find: name another file`);
    if (!isBegun) await file.append(HEADER);
    const rows = read(path, lines);
    return new Table(path, file, new Map(rows.map((row) => [row[0], row])));
  }

  /** Whether there is a row for a thumbnail that was made from these files and options, and is not a failure. */
  has(thumbnail: string, key: string): boolean {
    const row = this.#rows.get(thumbnail);
    return row?.[KEY] === key && row[SCORE] !== '';
  }

  /** Adds the row of a thumbnail, or the one that stands for its last one. */
  async add(thumbnail: string, key: string, outcome: Outcome): Promise<void> {
    const row = [thumbnail, ...cellsOf(outcome), key];
    this.#rows.set(thumbnail, row);
    await this.#file.append(asLine(row));
  }

  /** Writes the rows of these thumbnails again, in this order, without what was replaced. Gives how many were found. */
  async finish(thumbnails: readonly string[]): Promise<number> {
    const kept = thumbnails.flatMap((name) => {
      const row = this.#rows.get(name);
      return row ? [row] : [];
    });
    const whole = `${this.#path}.new`;
    await written(whole, () => writeFile(whole, [COLUMNS, ...kept].map((row) => `${asLine(row)}\n`).join('')));
    await written(this.#path, () => rename(whole, this.#path));
    return kept.filter(([, photo]) => photo !== '').length;
  }
}

function read(path: string, lines: readonly string[]): string[][] {
  try {
    return parse(lines.join('\n'));
  } catch (error) {
    throw new InputError(`--out: ${path} is not a table of cropgrad-find (${oneLine(error)}): name another file`);
  }
}

function asLine(row: readonly string[]): string {
  return stringify([[...row]]).trimEnd();
}

/** All but the first and the last cell. */
function cellsOf(outcome: Outcome): string[] {
  if (outcome.kind === 'place') {
    const { box, rotation } = outcome.placement;
    return [outcome.photo, ...box.map((edge) => edge.toFixed(2)), rotation.toFixed(2), outcome.score.toFixed(4), ''];
  }
  const score = outcome.kind === 'none' ? outcome.score.toFixed(4) : '';
  const note = outcome.kind === 'none' ? outcome.reason : outcome.kind === 'failure' ? outcome.message : '';
  return ['', '', '', '', '', '', score, note];
}
