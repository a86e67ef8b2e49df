import type { PhotoBox } from './box.js';

/** A photo that comes with the site, and where its boxes are at first. */
export interface BundledPhoto {
  title: string;
  /** What stands under its thumbnail. */
  label: string;
  /** The names of the file and of its thumbnail in public/photos, without `.webp`. */
  file: string;
  thumbnail: string;
  alt: string;
  target: PhotoBox;
  start: PhotoBox;
}

export const PHOTOS = {
  astronaut: {
    title: 'Astronaut, 512 × 512',
    label: 'Astronaut',
    file: 'portrait',
    thumbnail: 'astronaut-thumbnail',
    alt: 'Portrait of the astronaut Eileen Collins in an orange suit, with a model of the Space Shuttle behind her',
    target: { cx: 226, cy: 112, w: 130, h: 130, angle: 0 },
    start: { cx: 316, cy: 196, w: 156, h: 140, angle: 0 },
  },
  rocket: {
    title: 'Rocket, 640 × 427',
    label: 'Rocket',
    file: 'rocket',
    thumbnail: 'rocket-thumbnail',
    alt: 'A Falcon 9 rocket on its launch pad at dusk, between four lightning towers',
    target: { cx: 322, cy: 200, w: 150, h: 150, angle: 0 },
    start: { cx: 420, cy: 270, w: 170, h: 170, angle: 0 },
  },
  large: {
    title: 'Rocket, 1920 × 1080',
    label: '1080p',
    file: 'rocket-1080p',
    thumbnail: 'rocket-1080p-thumbnail',
    alt: 'The same Falcon 9 rocket on its launch pad, closer and larger',
    target: { cx: 970, cy: 360, w: 360, h: 360, angle: 0 },
    start: { cx: 1250, cy: 560, w: 420, h: 400, angle: 0 },
  },
} as const satisfies Record<string, BundledPhoto>;

export type PhotoName = keyof typeof PHOTOS;
export const PHOTO_NAMES = Object.keys(PHOTOS) as readonly PhotoName[];
