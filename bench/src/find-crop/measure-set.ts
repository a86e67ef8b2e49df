import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findCrop } from '@cropgrad/register';
import { dispose } from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import { type Case, type CaseSet, drawCase, randomOf } from './cases.js';
import { cornersOf, iou, type Polygon } from './iou.js';
import type { PeerAnswers, Peers } from './peers.js';
import { type Photo, type Rgb, resizedPhoto } from './photo.js';
import { contrastOf, makeThumbnail } from './thumbnail.js';

/** What became of one thumbnail. */
export interface Measured {
  drawn: Omit<Case, 'photo' | 'searched'> & { photo: string; searched: string };
  /** Of what was cut and what was answered; 0 where the photo is a wrong one. */
  iou: number;
  found: boolean;
  reason: string | null;
  score: number;
  /** Of all threads together, in milliseconds. */
  cpuMs: number;
  peers: { [name in 'matchTemplate' | 'orb']: { iou: number; ms: number } } | null;
}

/** A thumbnail with less contrast than this, in levels of 255, is drawn again where it should be found. */
const LEAST_CONTRAST = 3;

/** Measures a set: each thumbnail by findCrop, and by the peers where there are some and the photo is the right one. */
export async function measureSet(
  set: CaseSet,
  {
    photos,
    seed,
    count,
    peers,
    folder,
  }: { photos: Photo[]; seed: number; count: number; peers: Peers | undefined; folder: string },
): Promise<{ measured: Measured[]; redrawn: number }> {
  const random = randomOf(seed);
  const measured: Measured[] = [];
  let redrawn = 0;
  while (measured.length < count) {
    const drawn = drawCase(set, photos, random);
    const photo = await resizedPhoto(drawn.photo, drawn.longSide);
    const thumbnail = await makeThumbnail(photo, drawn);
    if (!set.wrongPhoto && (await contrastOf(thumbnail)) < LEAST_CONTRAST) {
      redrawn++;
      continue;
    }
    const searched = set.wrongPhoto ? await resizedPhoto(drawn.searched, drawn.longSide) : photo;
    const ours = await find(set, searched, thumbnail);
    const truth = cornersOf(drawn.cut);
    const theirs = peers && !set.wrongPhoto ? await askPeers(peers, set, searched, thumbnail, folder) : null;
    const against = (corners: Polygon | null): number => (corners && !set.wrongPhoto ? iou(corners, truth) : 0);
    measured.push({
      drawn: { ...drawn, photo: drawn.photo.name, searched: drawn.searched.name },
      ...ours.answer,
      iou: against(ours.corners),
      peers: theirs && {
        matchTemplate: { iou: against(theirs.matchTemplate.corners), ms: theirs.matchTemplate.ms },
        orb: { iou: against(theirs.orb.corners), ms: theirs.orb.ms },
      },
    });
  }
  return { measured, redrawn };
}

async function find(
  { model, enlarged }: CaseSet,
  photo: Rgb,
  thumbnail: Rgb,
): Promise<{ corners: Polygon; answer: Pick<Measured, 'found' | 'reason' | 'score' | 'cpuMs'> }> {
  const start = process.cpuUsage();
  const { box, theta, found, reason, score } = await findCrop(photo, thumbnail, { model, enlarged });
  const { user, system } = process.cpuUsage(start);
  const [a, b, c, d, radians = 0] = await box.data();
  dispose([box, theta]);
  const [cx, cy, w, h] = model === 'box' ? [(a + c) / 2, (b + d) / 2, c - a, d - b] : [a, b, c, d];
  const [across, down] = [photo.width / 2, photo.height / 2];
  const inPixels = { cx: (cx + 1) * across, cy: (cy + 1) * down, width: w * across, height: h * down, radians };
  return { corners: cornersOf(inPixels), answer: { found, reason, score, cpuMs: (user + system) / 1000 } };
}

async function askPeers(
  peers: Peers,
  { enlarged }: CaseSet,
  photo: Rgb,
  thumbnail: Rgb,
  folder: string,
): Promise<PeerAnswers> {
  const [photoFile, thumbnailFile] = ['photo.png', 'thumbnail.png'].map((name) => join(folder, name));
  for (const [file, { data, width, height }] of [
    [photoFile, photo],
    [thumbnailFile, thumbnail],
  ] as const) {
    await writeFile(
      file,
      await sharp(data, { raw: { width, height, channels: 3 } })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    );
  }
  return peers.ask({ photo: photoFile, thumbnail: thumbnailFile, smallest: enlarged ? 0.3 : 0.9 });
}
