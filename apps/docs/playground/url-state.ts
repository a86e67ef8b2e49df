import { BACKEND_NAMES } from './backends.js';
import type { PhotoBox, PixelSize } from './box.js';
import { PHOTO_NAMES } from './photos.js';
import { initialState, LOSSES, MODES, PADDING_MODES, type PlaygroundState, VIEWS } from './state.js';

/** How one part of the state is written in a link. `read` gives undefined for what it cannot read. */
interface Codec<T> {
  read: (text: string) => T | undefined;
  write: (value: T) => string;
}

type Key = keyof PlaygroundState;

const CODECS: { readonly [K in Key]: Codec<PlaygroundState[K]> } = {
  photo: nameCodec(PHOTO_NAMES),
  box: boxCodec(),
  target: boxCodec(),
  size: sizeCodec(),
  mode: nameCodec(MODES),
  paddingMode: nameCodec(PADDING_MODES),
  alignCorners: { read: (text) => ({ true: true, false: false })[text], write: String },
  backend: nameCodec(BACKEND_NAMES),
  view: nameCodec(VIEWS),
  loss: nameCodec(LOSSES),
};

const KEYS = Object.keys(CODECS) as readonly Key[];

/** The state as a query, without its question mark: only what differs from the photo's first state. */
export function writeState(state: PlaygroundState): string {
  const initial = initialState(state.photo);
  const query = new URLSearchParams();
  if (state.photo !== PHOTO_NAMES[0]) query.set('photo', state.photo);
  for (const key of KEYS) {
    const text = writeField(key, state);
    if (text !== writeField(key, initial)) query.set(key, text);
  }
  // Commas need no escape in a query, and boxes are easier to read with them.
  return query.toString().replaceAll('%2C', ',');
}

/** The state that a query describes. What it leaves out, or what cannot be read, is as it is at first. */
export function readState(query: string): { state: PlaygroundState; unreadable: string[] } {
  const given = new URLSearchParams(query);
  const state = initialState(CODECS.photo.read(given.get('photo') ?? '') ?? PHOTO_NAMES[0]);
  const unreadable = KEYS.filter((key) => {
    const text = given.get(key);
    return text !== null && !readField(key, text, state);
  });
  return { state, unreadable };
}

function writeField<K extends Key>(key: K, state: PlaygroundState): string {
  return CODECS[key].write(state[key]);
}

function readField<K extends Key>(key: K, text: string, into: PlaygroundState): boolean {
  const value = CODECS[key].read(text);
  if (value === undefined) return false;
  into[key] = value;
  return true;
}

function nameCodec<T extends string>(names: readonly T[]): Codec<T> {
  return { read: (text) => names.find((name) => name === text), write: (name) => name };
}

/** Five numbers, to a hundredth. */
function boxCodec(): Codec<PhotoBox> {
  const number = /^-?\d{1,5}(\.\d{1,2})?$/;
  return {
    read: (text) => {
      const parts = text.split(',');
      if (parts.length !== 5 || !parts.every((part) => number.test(part))) return undefined;
      const [cx, cy, w, h, angle] = parts.map(Number);
      return { cx, cy, w, h, angle };
    },
    write: ({ cx, cy, w, h, angle }) => [cx, cy, w, h, angle].map((x) => Math.round(x * 100) / 100).join(),
  };
}

/** Width × height. */
function sizeCodec(): Codec<PixelSize> {
  return {
    read: (text) => {
      const match = /^(\d{1,3})x(\d{1,3})$/.exec(text);
      return match ? { width: Number(match[1]), height: Number(match[2]) } : undefined;
    },
    write: ({ width, height }) => `${width}x${height}`,
  };
}
