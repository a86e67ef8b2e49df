import { decoded, type OpenImage } from '../images/open-image.js';

/** How many squares lie along the longer side. */
const SQUARES = 8;

/**
 * The fixed picture [H,W,4], with every other square from the warped one. It shows whether lines continue from square to
 * square.
 */
export async function checkerboard(fixed: OpenImage, warped: Uint8Array): Promise<Uint8Array> {
  const board = await decoded(fixed.file, () => fixed.upright().toColourspace('srgb').ensureAlpha().raw().toBuffer());
  const side = Math.ceil(Math.max(fixed.width, fixed.height) / SQUARES);
  for (let y = 0; y < fixed.height; y++) {
    for (let x = 0; x < fixed.width; x++) {
      const at = 4 * (y * fixed.width + x);
      const other = (Math.floor(x / side) + Math.floor(y / side)) % 2 === 1;
      // Where the warped picture does not reach there is nothing to compare.
      if (other && warped[at + 3] > 0) board.set(warped.subarray(at, at + 4), at);
    }
  }
  return board;
}
