import { MODES, OUTSIDES, PADDING_MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKEND_NAMES } from '../playground/backends.js';
import { PHOTO_NAMES } from '../playground/photos.js';
import { initialState, LOSSES, type PlaygroundState, VIEWS } from '../playground/state.js';
import { readState, writeState } from '../playground/url-state.js';

/** Hundredths, as links carry them. */
const number = (most: number) => fc.integer({ min: -most * 100, max: most * 100 }).map((x) => x / 100);
const side = number(9999).filter((length) => Math.abs(length) >= 1);
const box = fc.record({ cx: number(9999), cy: number(9999), w: side, h: side, angle: number(180) });
const state: fc.Arbitrary<PlaygroundState> = fc.record({
  photo: fc.constantFrom(...PHOTO_NAMES),
  box,
  target: box,
  size: fc.record({ width: fc.integer({ min: 1, max: 512 }), height: fc.integer({ min: 1, max: 512 }) }),
  mode: fc.constantFrom(...MODES),
  paddingMode: fc.constantFrom(...PADDING_MODES),
  outside: fc.constantFrom(...OUTSIDES),
  antialias: fc.boolean(),
  alignCorners: fc.boolean(),
  backend: fc.constantFrom(...BACKEND_NAMES),
  view: fc.constantFrom(...VIEWS),
  loss: fc.constantFrom(...LOSSES),
});

describe('the state in the address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(state, (given) => {
        expect(readState(`?${writeState(given)}`)).toEqual({ state: given, unreadable: [] });
      }),
    );
  });

  it.each(PHOTO_NAMES)('says nothing of what is as at first: %s', (photo) => {
    const expected = photo === PHOTO_NAMES[0] ? '' : `photo=${photo}`;
    expect(writeState(initialState(photo))).toBe(expected);
  });

  it('is easy to read', () => {
    const given = {
      ...initialState('rocket'),
      box: { cx: 10, cy: 20.504, w: -30, h: 40, angle: 5 },
      alignCorners: true,
    };
    expect(writeState(given)).toBe('photo=rocket&box=10,20.5,-30,40,5&alignCorners=true');
  });

  it('keeps what can be read, and names what cannot', () => {
    const { state: read, unreadable } = readState('?mode=bicubic&box=1,2,3&size=bigxsmall&view=toString&utm=x');
    expect(unreadable.map(({ key }) => key)).toEqual(['box', 'size', 'view']);
    expect(unreadable[2].sentence).toBe('One of crop, grid, image, box.');
    expect(read).toEqual({ ...initialState('astronaut'), mode: 'bicubic' });
  });

  it.each(Object.keys(initialState('astronaut')))('takes no name of the prototype for a value: %s', (key) => {
    for (const name of Object.getOwnPropertyNames(Object.prototype)) {
      const { state: read, unreadable } = readState(`?${key}=${name}`);
      expect(unreadable.map(({ key }) => key)).toEqual([key]);
      expect(read).toEqual(initialState('astronaut'));
    }
  });

  it.each([
    ...['size=0x64', 'size=64x0', 'size=1.5', 'size=1.5x64', 'size=513x64', 'size=-8x8', 'size=64', 'size=64x64x3'],
    ...['box=10,10,0,10,0', 'box=10,10,10,0,0', 'box=10,10,0.99,10,0', 'box=10,10,10,10,181', 'box=10000,10,9,9,0'],
    ...['box=1e2,10,10,10,0', 'target=NaN,10,10,10,0', 'target=10,10,-0.5,10,0', 'alignCorners=1', 'mode=Bilinear'],
  ])('refuses %s, and says what it takes', (query) => {
    const { state: read, unreadable } = readState(`?${query}`);
    expect(read).toEqual(initialState('astronaut'));
    expect(unreadable).toEqual([
      { key: query.split('=')[0], sentence: expect.stringMatching(/^(One of|Two|Five) .*\.$/) },
    ]);
  });

  it('carries a box out of range as the nearest that it can', () => {
    const box = { cx: 1e6, cy: -1e6, w: 0.004, h: -0.004, angle: 180 };
    expect(writeState({ ...initialState('astronaut'), box })).toBe('box=9999,-9999,1,-1,180');
  });

  it('never fails, whatever the address says', () => {
    const keys = fc.constantFrom(...Object.keys(initialState('astronaut')), '__proto__', 'constructor', 'toString');
    const value = fc.oneof(fc.string(), fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)));
    const query = fc.array(fc.tuple(keys, value));
    fc.assert(
      fc.property(query, (pairs) => {
        const { state: read } = readState(new URLSearchParams(pairs).toString());
        expect(readState(writeState(read)).unreadable).toEqual([]);
      }),
    );
  });
});
