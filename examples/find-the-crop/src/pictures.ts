import { boxesFromPixels, crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs';
import sharp from 'sharp';
import type { Box } from './box.js';
import { cropToPng, type Photo } from './photo.js';
import type { Search } from './search.js';

const RED = '#ff3b30';
const GREEN = '#34d158';
const FONT = 'font-family="DejaVu Sans, Arial, sans-serif"';

/** Draws the photo with the way of the box: where it started, where it went, where it ended, and the truth. */
export async function drawPath(photo: Photo, { boxes }: Search, truth: Box, file: string): Promise<void> {
  const { height, width } = photo;
  const unit = Math.max(1, Math.min(height, width) / 256);
  const last = boxes.length - 1;
  // Equal steps of the way, not of time: most steps are the slow last ones.
  const shown = milestones(boxes, 16);
  const trail = shown.map((at, k) => {
    const hue = 5 + 130 * (k / (shown.length - 1));
    return rect(boxes[at], `stroke="hsl(${hue}, 90%, 55%)" stroke-width="${0.7 * unit}" stroke-opacity="0.65"`);
  });
  const centres = boxes.map(([x, y, x2, y2]) => `${((x + x2) / 2).toFixed(2)},${((y + y2) / 2).toFixed(2)}`);
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="black" fill-opacity="0.25"/>
    ${trail.join('\n')}
    <polyline points="${centres.join(' ')}" fill="none" stroke="white" stroke-width="${0.8 * unit}" stroke-opacity="0.9"/>
    ${rect(boxes[0], `stroke="${RED}" stroke-width="${1.6 * unit}"`)}
    ${rect(boxes[last], `stroke="${GREEN}" stroke-width="${2.2 * unit}"`)}
    ${rect(truth, `stroke="white" stroke-width="${0.8 * unit}" stroke-dasharray="${3 * unit} ${3 * unit}"`)}
    ${label(boxes[0], 'start', RED, unit, 'below')}
    ${label(boxes[last], 'found', GREEN, unit, 'above')}
  </svg>`;
  await sharp(photo.file)
    .rotate()
    .flatten()
    .composite([{ input: Buffer.from(overlay) }])
    .png({ palette: true, quality: 90 })
    .toFile(file);
}

/** Draws the crop at several steps beside the target, each with its step below. */
export async function drawStrip(photo: Photo, { boxes }: Search, truth: Box, file: string): Promise<void> {
  const side = 128;
  const gap = 8;
  const caption = 22;
  const frames = milestones(boxes, 6).map((at) => ({ box: boxes[at], text: at === 0 ? 'start' : `step ${at}` }));
  const pieces = [...frames, { box: truth, text: 'target' }];
  const width = pieces.length * (side + gap) + gap;
  const height = gap + side + caption;
  const crops = await Promise.all(pieces.map(({ box }) => cropToPng(cropOf(photo, box, side))));
  const texts = pieces.map(({ text }, k) => {
    const middle = gap + k * (side + gap) + side / 2;
    return `<text x="${middle}" y="${height - 6}" text-anchor="middle" font-size="13" fill="#24292f" ${FONT}>${text}</text>`;
  });
  const captions = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${texts.join('')}</svg>`;
  await sharp({ create: { width, height, channels: 3, background: '#f6f8fa' } })
    .composite([
      ...crops.map((input, k) => ({ input, left: gap + k * (side + gap), top: gap })),
      { input: Buffer.from(captions), left: 0, top: 0 },
    ])
    .png()
    .toFile(file);
}

function cropOf({ image, height, width }: Photo, box: Box, side: number): tf.Tensor4D {
  return tf.tidy(() => crop(image, boxesFromPixels([[...box]], [height, width]), [side, side]));
}

/** Steps at equal parts of the way the box went, the first and the last among them. */
function milestones(boxes: readonly Box[], count: number): number[] {
  const travelled = [0];
  for (let at = 1; at < boxes.length; at++) {
    const moved = boxes[at].reduce((sum, value, k) => sum + Math.abs(value - boxes[at - 1][k]), 0);
    travelled.push(travelled[at - 1] + moved);
  }
  const whole = travelled[travelled.length - 1];
  const steps = Array.from({ length: count }, (_, k) => travelled.findIndex((way) => way >= (whole * k) / (count - 1)));
  return [...new Set([...steps.slice(0, -1), boxes.length - 1])];
}

function rect([x, y, x2, y2]: Box, style: string): string {
  const [left, top, w, h] = [Math.min(x, x2), Math.min(y, y2), Math.abs(x2 - x), Math.abs(y2 - y)];
  return `<rect x="${left.toFixed(2)}" y="${top.toFixed(2)}" width="${w.toFixed(2)}" height="${h.toFixed(2)}" fill="none" ${style}/>`;
}

function label([x, y, , y2]: Box, text: string, colour: string, unit: number, where: 'above' | 'below'): string {
  const baseline = where === 'above' ? Math.max(y - 3 * unit, 8 * unit) : y2 + 8 * unit;
  return `<text x="${x}" y="${baseline}" font-size="${8 * unit}" font-weight="bold" fill="${colour}" stroke="black" stroke-width="${unit}" paint-order="stroke" ${FONT}>${text}</text>`;
}
