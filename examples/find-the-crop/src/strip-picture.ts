import sharp, { type Sharp } from 'sharp';

/** A crop to show, and the two lines under it. */
export interface Tile {
  picture: Sharp;
  title: string;
  note: string;
}

const TILE_SIDE = 128;
const GAP = 12;
const CAPTION_HEIGHT = 48;
const BACKGROUND = '#14171c';

/** Lays crops out in a row of squares, each with its caption under it. */
export async function stripPicture(tiles: readonly Tile[]): Promise<Sharp> {
  const left = (i: number) => GAP + i * (TILE_SIDE + GAP);
  const crops = await Promise.all(
    tiles.map(async ({ picture }, i) => ({
      input: await picture.resize(TILE_SIDE, TILE_SIDE, { fit: 'contain', background: BACKGROUND }).png().toBuffer(),
      left: left(i),
      top: GAP,
    })),
  );
  const width = left(tiles.length);
  const height = GAP + TILE_SIDE + CAPTION_HEIGHT;
  const captions = tiles.map(({ title, note }, i) => {
    const x = left(i) + TILE_SIDE / 2;
    const y = GAP + TILE_SIDE;
    return `<text x="${x}" y="${y + 20}" fill="#e8eaed">${title}</text>
      <text x="${x}" y="${y + 38}" fill="#9aa0a6">${note}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" text-anchor="middle"
    font-family="'DejaVu Sans', Helvetica, Arial, sans-serif" font-size="14">${captions.join('')}</svg>`;
  return sharp({ create: { width, height, channels: 3, background: BACKGROUND } })
    .composite([...crops, { input: Buffer.from(svg), left: 0, top: 0 }])
    .png();
}
