import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhotoBox, Point } from '../playground/box.js';
import { fromStage, type HandlePlaces, handlePlaces, type StageView, toStage } from '../playground/handle-places.js';

const PHONE: StageView = { stage: { width: 328, height: 328 }, origin: { x: 16, y: 16 }, scale: 296 / 512 };
/** A photo of 600 × 1 on a wide screen. */
const THREAD: StageView = { stage: { width: 912, height: 200 }, origin: { x: 28, y: 99.3 }, scale: 856 / 600 };
const VIEWS = [PHONE, THREAD];

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const side = fc.oneof(between(1, 9999), between(-9999, -1));
const anyBox = fc.record({
  cx: between(-9999, 9999),
  cy: between(-9999, 9999),
  w: side,
  h: side,
  angle: between(-180, 180),
});

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const allOf = ({ resize, turn, move }: HandlePlaces) => [
  ...resize.map(({ at }) => at),
  turn.at,
  ...(move ? [move] : []),
];
const atGrip = ({ resize }: HandlePlaces, u: number, v: number) =>
  resize.find(({ grip }) => grip.u === u && grip.v === v)?.at;

describe('the handles of a box', () => {
  it('are on its outline when it is in view', () => {
    const box: PhotoBox = { cx: 256, cy: 256, w: 200, h: -120, angle: 30 };
    const places = handlePlaces(box, PHONE);
    const corner = toStage(
      { x: 256 + 100 * Math.cos(Math.PI / 6) - 60 * 0.5, y: 256 - 50 - 60 * Math.cos(Math.PI / 6) },
      PHONE,
    );
    expect(distance(atGrip(places, 1, 1) ?? corner, corner)).toBeLessThan(1e-9);
    expect(places.move).toBeUndefined();
    expect(places.frame).toBeUndefined();
    expect(distance(places.turn.at, places.turn.from)).toBeCloseTo(26, 9);
  });

  it('are in view, wherever the box is', () => {
    fc.assert(
      fc.property(anyBox, fc.constantFrom(...VIEWS), (box, view) => {
        for (const { x, y } of allOf(handlePlaces(box, view))) {
          expect(x).toBeGreaterThanOrEqual(12);
          expect(y).toBeGreaterThanOrEqual(12);
          expect(x).toBeLessThanOrEqual(view.stage.width - 12);
          expect(y).toBeLessThanOrEqual(view.stage.height - 12);
        }
      }),
    );
  });

  it.each([
    ['the smallest box of a photo', { cx: 256, cy: 256, w: 1, h: 1, angle: 0 }, PHONE],
    ['a turned one', { cx: 256, cy: 200, w: -2, h: 3, angle: 77 }, PHONE],
    ['the box in a photo of 600 × 1', { cx: 300, cy: 0.5, w: 1.2, h: 1.1, angle: 12 }, THREAD],
    ['a box as long as that photo', { cx: 300, cy: 0.5, w: 600, h: 1, angle: 0 }, THREAD],
  ])('leave room for a finger between them, and in the middle: %s', (_what, box, view) => {
    const places = handlePlaces(box, view);
    const all = [...allOf(places), toStage({ x: box.cx, y: box.cy }, view)];
    for (const [k, at] of all.entries()) {
      for (const other of all.slice(k + 1)) expect(distance(at, other)).toBeGreaterThan(20);
    }
    expect(places.frame).toHaveLength(4);
  });

  it('include one that moves the box when hardly any of it is in view', () => {
    const beside = { cx: 700, cy: 100, w: 120, h: 140, angle: 20 };
    expect(handlePlaces(beside, PHONE).move).toEqual({ x: 316, y: toStage({ x: 0, y: 100 }, PHONE).y });
    // Of this one the lower half is in view.
    expect(handlePlaces({ cx: 256, cy: -30, w: 200, h: 200, angle: 0 }, PHONE).move).toBeUndefined();
  });

  it.each([
    ['over the top edge, the turning handle hangs below', { cx: 256, cy: 0, w: 200, h: 100, angle: 0 }, 0, 1],
    ['the same mirrored', { cx: 256, cy: 0, w: 200, h: -100, angle: 0 }, 0, -1],
    ['as high as the stage, it is on the right', { cx: 256, cy: 256, w: 200, h: 600, angle: 0 }, 1, 0],
  ])('%s', (_what, box, u, v) => {
    const places = handlePlaces(box, PHONE);
    expect(places.turn.from).toEqual(atGrip(places, u, v));
  });

  it('of a box around the stage: the turning handle is inside', () => {
    const { turn } = handlePlaces({ cx: 256, cy: 256, w: 2000, h: 2000, angle: 0 }, PHONE);
    expect(turn.from.y).toBe(12);
    expect(turn.at.y).toBe(38);
  });

  it('are where fromStage takes them from', () => {
    fc.assert(
      fc.property(between(-9999, 9999), between(-9999, 9999), fc.constantFrom(...VIEWS), (x, y, view) => {
        expect(distance(fromStage(toStage({ x, y }, view), view), { x, y })).toBeLessThan(1e-9);
      }),
    );
  });
});
