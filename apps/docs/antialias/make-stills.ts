import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { stills } from './stills.js';

// Makes the pictures of public/antialias again: npx tsx --conditions=cropgrad-source antialias/make-stills.ts
for (const { file, picture } of await stills()) {
  mkdirSync(dirname(file), { recursive: true });
  const { data, width, height } = picture;
  await sharp(data, { raw: { width, height, channels: 4 } })
    .greyscale()
    .png({ palette: true, effort: 10 })
    .toFile(file);
}
