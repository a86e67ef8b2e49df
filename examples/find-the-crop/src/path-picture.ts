import sharp, { type Sharp } from 'sharp';
import { type Box, cornerDistances } from './box.js';

const LONG_SIDE = 768;
/** The legend is drawn on a canvas of this size and scaled to the picture's width: large enough to read on a phone. */
const LEGEND = { width: 768, height: 60 };
const BACKGROUND = '#14171c';
const START = '#ff3b30';
const FOUND = '#34e05a';

/**
 * Draws the way of the box onto the photo: red where it began, green where it ended, the target's box dashed. The legend
 * says whether the end is `found`.
 */
export async function pathPicture(photo: Sharp, path: readonly Box[], truth: Box, found: boolean): Promise<Sharp> {
  const { width: photoWidth = 1, height: photoHeight = 1 } = await photo.metadata();
  const scale = LONG_SIDE / Math.max(photoWidth, photoHeight);
  const width = Math.max(1, Math.round(photoWidth * scale));
  const height = Math.max(1, Math.round(photoHeight * scale));
  const shown = apart(path, Math.hypot(photoWidth, photoHeight) / 50);
  const rect = ([x, y, x2, y2]: Box, style: string) =>
    `<rect x="${x * scale}" y="${y * scale}" width="${(x2 - x) * scale}" height="${(y2 - y) * scale}" ${style}/>`;
  const way = shown.map((box, i) => {
    const passed = i / shown.length;
    return rect(box, `stroke="${hue(passed)}" stroke-width="2" stroke-opacity="${0.8 - 0.4 * passed}"`);
  });
  const legendHeight = Math.max(1, Math.round((LEGEND.height * width) / LEGEND.width));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + legendHeight}" fill="none">
    <svg width="${width}" height="${height}">
      <rect width="100%" height="100%" fill="black" fill-opacity="0.2"/>
      ${way.join('\n')}
      ${rect(path[0], `stroke="${START}" stroke-width="4"`)}
      ${rect(path[path.length - 1], `stroke="${FOUND}" stroke-width="5"`)}
      ${rect(truth, 'stroke="white" stroke-width="2" stroke-dasharray="9 9"')}
    </svg>
    <svg y="${height}" width="${width}" height="${legendHeight}" viewBox="0 0 ${LEGEND.width} ${LEGEND.height}">
      ${legend(found ? 'found' : 'settled')}
    </svg>
  </svg>`;
  return sharp(await photo.resize(width, height, { fit: 'fill' }).png().toBuffer())
    .extend({ bottom: legendHeight, background: BACKGROUND })
    .composite([{ input: Buffer.from(svg) }])
    .png({ palette: true });
}

/** The boxes of a path that are at least so many pixels from the one before. */
function apart(path: readonly Box[], distance: number): Box[] {
  const kept = [path[0]];
  for (const box of path) {
    if (Math.max(...cornerDistances(box, kept[kept.length - 1])) >= distance) kept.push(box);
  }
  return kept;
}

/** From red at 0 to green at 1. */
function hue(passed: number): string {
  return `hsl(${Math.round(4 + 129 * passed)}, 95%, 58%)`;
}

function legend(end: string): string {
  const entries = [
    ['start', `stroke="${START}" stroke-width="6"`],
    ['path', `stroke="${hue(0.4)}" stroke-width="4"`],
    [end, `stroke="${FOUND}" stroke-width="7"`],
    ['target', 'stroke="white" stroke-width="4" stroke-dasharray="8 8"'],
  ];
  const y = LEGEND.height / 2;
  const items = entries.map(([label, style], i) => {
    const x = 24 + 188 * i;
    return `<path d="M${x} ${y}h40" ${style}/><text x="${x + 52}" y="${y + 10}">${label}</text>`;
  });
  return `<style>text { fill: #e8eaed; font: 28px 'DejaVu Sans', Helvetica, Arial, sans-serif }</style>${items.join('')}`;
}
