import { NotFound } from '../command/run-command.js';
import { writeNamedFile } from '../command/write-file.js';
import { useWasm } from '../images/use-wasm.js';
import { findInPhoto, type PairAnswer } from './find-in-photo.js';
import type { MatchOptions } from './match.js';
import { overlay } from './overlay.js';
import { cornersOf } from './placement.js';
import { REASONS } from './reasons.js';

/** What `cropgrad-find photo.jpg thumb.jpg` is asked for. */
export interface PairOptions extends MatchOptions {
  readonly json: boolean;
  /** Where the picture goes, if one is wanted. */
  readonly overlay: string | undefined;
}

/** Looks for one thumbnail in one photo, and prints the answer. Throws an InputError, or NotFound. */
export async function findPair(photo: string, thumbnail: string, options: PairOptions): Promise<void> {
  await useWasm();
  const answer = await findInPhoto(photo, thumbnail, options);
  const drawn = answer.reason === null ? options.overlay : undefined;
  if (drawn !== undefined) {
    await writeNamedFile('--overlay', drawn, await overlay(answer.photo, answer.placement));
  }
  if (options.json) console.log(JSON.stringify(asJson(photo, thumbnail, answer)));
  else if (answer.reason === null) printPlace(answer);
  else console.error(`not found: ${REASONS[answer.reason]} (score ${answer.score.toFixed(3)})`);
  if (drawn !== undefined && !options.json) console.log(`wrote     ${drawn}`);
  if (answer.reason !== null) throw new NotFound();
}

function printPlace({ photo, placement, score }: PairAnswer): void {
  const { box, rotation } = placement;
  console.log(`box       ${box.map((edge) => edge.toFixed(2)).join(', ')}   left, top, right, bottom, in pixels`);
  console.log(`rotation  ${rotation.toFixed(2)}   degrees about its middle, counter-clockwise`);
  console.log(`score     ${score.toFixed(4)}   1 is equal`);
  console.log(`photo     ${photo.width} x ${photo.height} pixels`);
}

function asJson(photo: string, thumbnail: string, answer: PairAnswer) {
  const { reason, score, placement } = answer;
  const { width, height } = answer.photo;
  const place =
    reason === null ? { ...placement, corners: cornersOf(placement) } : { box: null, rotation: null, corners: null };
  return { photo, thumbnail, found: reason === null, reason, score, ...place, imageSize: [width, height] };
}
