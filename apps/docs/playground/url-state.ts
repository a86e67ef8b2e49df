import { MODES, OUTSIDES, PADDING_MODES } from '@cropgrad/core';
import { BACKEND_NAMES } from './backends.js';
import type { PhotoBox, PixelSize } from './box.js';
import { BOX_RANGES, isTaken, SIZE_RANGES } from './number-ranges.js';
import { PHOTO_NAMES } from './photos.js';
import { initialState, LOSSES, type PlaygroundState, VIEWS } from './state.js';

/** How one part of the state is written in a link. `read` gives undefined for what it cannot read. */
interface Codec<T> {
  read: (text: string) => T | undefined;
  write: (value: T) => string;
  /** What can be read, to a visitor. */
  sentence: string;
}

/** A part of a link that could not be read, and what could be. */
export interface Unreadable {
  key: string;
  sentence: string;
}

/** A map has no names but its own; an object also has those of its prototype. */
const SWITCH: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

type Key = keyof PlaygroundState;

/** In the order in which links have them. */
const BOX_KEYS = ['cx', 'cy', 'w', 'h', 'angle'] as const;

const CODECS: { readonly [K in Key]: Codec<PlaygroundState[K]> } = {
  photo: nameCodec(PHOTO_NAMES),
  box: boxCodec(),
  target: boxCodec(),
  size: sizeCodec(),
  mode: nameCodec(MODES),
  paddingMode: nameCodec(PADDING_MODES),
  outside: nameCodec(OUTSIDES),
  alignCorners: switchCodec(),
  antialias: switchCodec(),
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
export function readState(query: string): { state: PlaygroundState; unreadable: Unreadable[] } {
  const given = new URLSearchParams(query);
  const state = initialState(CODECS.photo.read(given.get('photo') ?? '') ?? PHOTO_NAMES[0]);
  const unreadable = KEYS.filter((key) => {
    const text = given.get(key);
    return text !== null && !readField(key, text, state);
  });
  return { state, unreadable: unreadable.map((key) => ({ key, sentence: CODECS[key].sentence })) };
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
  return {
    read: (text) => names.find((name) => name === text),
    write: (name) => name,
    sentence: `One of ${names.join(', ')}.`,
  };
}

function switchCodec(): Codec<boolean> {
  return {
    read: (text) => SWITCH.get(text),
    write: String,
    sentence: `One of ${[...SWITCH.keys()].join(', ')}.`,
  };
}

/** Five numbers, to a hundredth; those that no link can carry are written as the nearest that one can. */
function boxCodec(): Codec<PhotoBox> {
  const number = /^-?\d{1,5}(\.\d{1,2})?$/;
  return {
    read: (text) => {
      const parts = text.split(',');
      if (parts.length !== BOX_KEYS.length || !parts.every((part) => number.test(part))) return undefined;
      const [cx, cy, w, h, angle] = parts.map(Number);
      const box = { cx, cy, w, h, angle };
      return BOX_KEYS.every((key) => isTaken(BOX_RANGES[key], box[key])) ? box : undefined;
    },
    write: (box) => BOX_KEYS.map((key) => Math.round(BOX_RANGES[key].nearest(box[key]) * 100) / 100).join(),
    sentence: `Five numbers, as in 226,112,130,130,0. ${BOX_KEYS.map((key) => BOX_RANGES[key].sentence).join(' ')}`,
  };
}

/** Width × height. */
function sizeCodec(): Codec<PixelSize> {
  return {
    read: (text) => {
      const match = /^(\d{1,3})x(\d{1,3})$/.exec(text);
      const size = { width: Number(match?.[1]), height: Number(match?.[2]) };
      return isTaken(SIZE_RANGES.width, size.width) && isTaken(SIZE_RANGES.height, size.height) ? size : undefined;
    },
    write: ({ width, height }) => `${width}x${height}`,
    sentence: `Two numbers, as in 64x48. ${SIZE_RANGES.width.sentence} ${SIZE_RANGES.height.sentence}`,
  };
}
