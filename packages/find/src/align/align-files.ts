import { thetaToPixels } from '@cropgrad/core';
import { type Model, type Reason, register } from '@cropgrad/register';
import { dispose, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { type OpenImage, openImage } from '../images/open-image.js';
import { readBytes } from '../images/read-bytes.js';
import { readGrey } from '../images/read-grey.js';
import { useWasm } from '../images/use-wasm.js';
import { readMask } from './read-mask.js';

/** How to align. */
export interface AlignOptions {
  readonly model: Model;
  /** A file that is white where the fixed picture counts. */
  readonly mask: string | undefined;
  /** Likewise for the moving one. */
  readonly movingMask: string | undefined;
}

/** How one picture lies on another. */
export interface Alignment {
  readonly moving: OpenImage;
  readonly fixed: OpenImage;
  /** From pixels of the fixed picture to pixels of the moving one, whose middles are at whole numbers: 3 rows of 3. */
  readonly matrix: readonly (readonly number[])[];
  readonly score: number;
  readonly overlap: number;
  /** How far the least certain corner may be off, in pixels of the fixed picture. */
  readonly sigma: number;
  /** Why this is not an answer, or null. */
  readonly reason: Reason | null;
}

/** Pictures are aligned at this size at most, the larger one of them: there, the error that is left is a small part of a pixel. */
const LONGEST = 1024;

/** Aligns the picture in one file to that in another. Throws an InputError. */
export async function alignFiles(movingFile: string, fixedFile: string, options: AlignOptions): Promise<Alignment> {
  const moving = await openImage(movingFile, await readBytes(movingFile));
  const fixed = await openImage(fixedFile, await readBytes(fixedFile));
  await useWasm();
  // One factor for both: a translation or a rigid map has no scale that could make up for two.
  const factor = Math.max(1, ...[moving, fixed].flatMap(({ width, height }) => [width / LONGEST, height / LONGEST]));
  const masks: Tensor2D[] = [];
  try {
    const { model, mask, movingMask } = options;
    if (mask !== undefined) masks.push(await readMask('--mask', mask, fixed, factor));
    if (movingMask !== undefined) masks.push(await readMask('--moving-mask', movingMask, moving, factor));
    const registration = await register(await readGrey(moving, factor), await readGrey(fixed, factor), {
      model,
      ...(mask === undefined ? {} : { fixedMask: masks[0] }),
      ...(movingMask === undefined ? {} : { movingMask: masks[masks.length - 1] }),
    });
    const { theta, score, overlap, sigma, reason } = registration;
    const inPixels = tidy(() =>
      thetaToPixels(theta, [moving.height, moving.width], [fixed.height, fixed.width], { maps: 'cropToImage' }),
    );
    theta.dispose();
    const [rows] = await inPixels.array().finally(() => inPixels.dispose());
    const matrix = rows.length === 3 ? rows : [...rows, [0, 0, 1]];
    return { moving, fixed, matrix, score, overlap, sigma: sigma * factor, reason };
  } finally {
    dispose(masks);
  }
}
