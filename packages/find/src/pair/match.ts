import { type FindOptions, type FindReason, findCrop, type Picture } from '@cropgrad/register';
import { dispose } from '@tensorflow/tfjs-core';

/** What `findCrop` answers, as numbers. */
export interface Match {
  readonly theta: Float32Array;
  readonly score: number;
  readonly reason: FindReason | null;
}

/** How to search. */
export type MatchOptions = Required<Pick<FindOptions, 'model' | 'enlarged'>>;

/** Runs `findCrop`, and leaves no tensor behind. */
export async function match(photo: Picture, thumbnail: Picture, { model, enlarged }: MatchOptions): Promise<Match> {
  const { box, theta, score, reason } = await findCrop(photo, thumbnail, { model, enlarged });
  try {
    return { theta: Float32Array.from(await theta.data()), score, reason };
  } finally {
    dispose([box, theta]);
  }
}
