import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { smallPortrait } from './small-portrait.js';

// Makes edge-photo.ts again: npx tsx --conditions=cropgrad-source drawings/make-edge-photo.ts
const bytes = Buffer.from(await smallPortrait()).toString('base64');
const text = `/** The portrait of Eileen Collins (NASA) as grey values [48,48] from 0 to 1, made by make-edge-photo.ts. */
export const EDGE_PHOTO: Float32Array = Float32Array.from(
  atob(
    '${bytes}',
  ),
  (byte) => byte.charCodeAt(0) / 255,
);
`;
writeFileSync(fileURLToPath(new URL('edge-photo.ts', import.meta.url)), text);
