import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKEND_NAMES } from '../playground/backends.js';
import { PHOTO_NAMES } from '../playground/photos.js';
import { initialState, LOSSES, MODES, PADDING_MODES, type PlaygroundState, VIEWS } from '../playground/state.js';
import { readState, writeState } from '../playground/url-state.js';

/** Hundredths, as links carry them. */
const number = (most: number) => fc.integer({ min: -most * 100, max: most * 100 }).map((x) => x / 100);
const box = fc.record({ cx: number(4000), cy: number(4000), w: number(4000), h: number(4000), angle: number(180) });
const state: fc.Arbitrary<PlaygroundState> = fc.record({
  photo: fc.constantFrom(...PHOTO_NAMES),
  box,
  target: box,
  size: fc.record({ width: fc.nat(512), height: fc.nat(512) }),
  mode: fc.constantFrom(...MODES),
  paddingMode: fc.constantFrom(...PADDING_MODES),
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
    expect(unreadable).toEqual(['box', 'size', 'view']);
    expect(read).toEqual({ ...initialState('astronaut'), mode: 'bicubic' });
  });

  it('never fails, whatever the address says', () => {
    const query = fc.array(fc.tuple(fc.constantFrom(...Object.keys(initialState('astronaut'))), fc.string()));
    fc.assert(
      fc.property(query, (pairs) => {
        const { state: read } = readState(new URLSearchParams(pairs).toString());
        expect(readState(writeState(read)).unreadable).toEqual([]);
      }),
    );
  });
});
