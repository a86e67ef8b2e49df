import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornerDistance, type PhotoBox, type Point, pointIn } from '../playground/box.js';
import { cursorOf, dragBox, RESIZE_GRIPS } from '../playground/box-handles.js';
import { boxAfterKey } from '../playground/box-keys.js';
import { displacedBox } from '../playground/displaced-box.js';
import { edgeGradients } from '../playground/edge-gradients.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const side = fc.oneof(between(2, 500), between(-500, -2));
const anyBox = fc.record({
  cx: between(-500, 500),
  cy: between(-500, 500),
  w: side,
  h: side,
  angle: between(-180, 180),
});
const anyPoint = fc.record({ x: between(-300, 300), y: between(-300, 300) });
const anyGrip = fc.constantFrom(...RESIZE_GRIPS);

function expectNear(a: Point, b: Point): void {
  expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(1e-6);
}

const UPRIGHT: PhotoBox = { cx: 100, cy: 80, w: 40, h: 20, angle: 0 };

describe('a box', () => {
  it('turns counter-clockwise, as seen on screen', () => {
    expectNear(pointIn({ ...UPRIGHT, angle: 90 }, 1, 0), { x: 100, y: 60 });
  });

  it('knows how far its corners are from those of another', () => {
    expect(cornerDistance(UPRIGHT, { ...UPRIGHT, cx: 103, cy: 84 })).toBe(5);
    expect(cornerDistance(UPRIGHT, { ...UPRIGHT, w: -40 })).toBe(40);
  });
});

describe('a dragged box', () => {
  it('moves with the pointer', () => {
    fc.assert(
      fc.property(anyBox, anyPoint, anyPoint, (box, from, to) => {
        const moved = dragBox(box, { kind: 'move' }, from, to, false);
        const expected = { x: box.cx + to.x - from.x, y: box.cy + to.y - from.y };
        expect(moved).toEqual({ ...box, cx: expected.x, cy: expected.y });
      }),
    );
  });

  it('is resized about the opposite place, at any angle, mirrored or not', () => {
    fc.assert(
      fc.property(anyBox, anyGrip, anyPoint, fc.boolean(), (box, grip, by, keepProportions) => {
        const resized = dragBox(box, grip, { x: 0, y: 0 }, by, keepProportions);
        expectNear(pointIn(resized, -grip.u, -grip.v), pointIn(box, -grip.u, -grip.v));
        expect(Math.abs(resized.w)).toBeGreaterThanOrEqual(1);
        expect(Math.abs(resized.h)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('has its corner under the pointer', () => {
    const corners = fc.constantFrom(...RESIZE_GRIPS.filter(({ u, v }) => u !== 0 && v !== 0));
    fc.assert(
      fc.property(anyBox, corners, anyPoint, (box, grip, to) => {
        const resized = dragBox(box, grip, pointIn(box, grip.u, grip.v), to, false);
        fc.pre(Math.abs(resized.w) > 1 && Math.abs(resized.h) > 1);
        expectNear(pointIn(resized, grip.u, grip.v), to);
      }),
    );
  });

  it('keeps its proportions at a corner when it should', () => {
    const resized = dragBox(UPRIGHT, { kind: 'resize', u: 1, v: 1 }, { x: 120, y: 90 }, { x: 160, y: 90 }, true);
    expect(resized.w / resized.h).toBeCloseTo(2, 12);
    expect(resized.w).toBeCloseTo(80, 12);
  });

  it('is mirrored when an edge is dragged beyond the other', () => {
    const mirrored = dragBox(UPRIGHT, { kind: 'resize', u: 1, v: 0 }, { x: 120, y: 80 }, { x: 50, y: 80 }, false);
    expect(mirrored).toEqual({ ...UPRIGHT, cx: 65, w: -30 });
  });

  it('turns by as much as the pointer goes round it, and snaps to 15°', () => {
    const above = { x: 100, y: 0 };
    const left = { x: 0, y: 80 };
    expect(dragBox(UPRIGHT, { kind: 'turn' }, above, left, false).angle).toBeCloseTo(90, 10);
    expect(dragBox(UPRIGHT, { kind: 'turn' }, above, { x: 60, y: 0 }, true).angle).toBe(30);
  });

  it('has cursors that point the way it is dragged', () => {
    expect(cursorOf({ kind: 'resize', u: 1, v: 0 }, UPRIGHT)).toBe('ew-resize');
    expect(cursorOf({ kind: 'resize', u: 1, v: 0 }, { ...UPRIGHT, angle: 90 })).toBe('ns-resize');
    expect(cursorOf({ kind: 'resize', u: -1, v: -1 }, UPRIGHT)).toBe('nwse-resize');
    expect(cursorOf({ kind: 'resize', u: -1, v: -1 }, { ...UPRIGHT, w: -40 })).toBe('nesw-resize');
  });
});

describe('keys', () => {
  it.each<[string, boolean, Partial<PhotoBox>]>([
    ['ArrowLeft', false, { cx: 97 }],
    ['ArrowDown', false, { cy: 83 }],
    ['ArrowRight', true, { w: 43 }],
    ['ArrowUp', true, { h: 17 }],
    ['[', false, { angle: 1 }],
    [']', false, { angle: -1 }],
    ['+', true, { w: 43, h: 21.5 }],
  ])('%s, shift %s', (key, shift, change) => {
    const moved = boxAfterKey(UPRIGHT, key, shift, 3);
    const expected: PhotoBox = { ...UPRIGHT, ...change };
    expect(moved?.w).toBeCloseTo(expected.w, 10);
    expect(moved?.h).toBeCloseTo(expected.h, 10);
    expect(moved).toMatchObject({ cx: expected.cx, cy: expected.cy, angle: expected.angle });
  });

  it('leave the rest to the page', () => {
    for (const key of ['Tab', 'a', 'Enter', 'toString']) expect(boxAfterKey(UPRIGHT, key, false, 3)).toBeUndefined();
  });

  it('never make a box vanish or mirror it', () => {
    const keys = fc.constantFrom('ArrowLeft', 'ArrowUp', '-');
    fc.assert(
      fc.property(anyBox, keys, between(1, 600), (box, key, step) => {
        const shrunk = boxAfterKey(box, key, true, step);
        expect(Math.sign(shrunk?.w ?? 0)).toBe(Math.sign(box.w));
        expect(Math.abs(shrunk?.w ?? 0)).toBeGreaterThanOrEqual(2);
        expect(Math.abs(shrunk?.h ?? 0)).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

describe('the gradient by the edges', () => {
  it('is what a loss changes by when an edge moves outward', () => {
    const gradients = fc.record({ cx: side, cy: side, w: side, h: side, angle: fc.constant(0) });
    fc.assert(
      fc.property(anyBox, gradients, (box, gradient) => {
        const loss = (at: PhotoBox) =>
          gradient.cx * at.cx + gradient.cy * at.cy + gradient.w * at.w + gradient.h * at.h;
        for (const { u, v, outward, gradient: slope } of edgeGradients(box, gradient)) {
          const at = pointIn(box, u, v);
          const to = { x: at.x + outward.x, y: at.y + outward.y };
          const moved = dragBox(box, { kind: 'resize', u, v }, at, to, false);
          expect(loss(moved) - loss(box)).toBeCloseTo(slope, 5);
        }
      }),
    );
  });
});

it('a displaced box is off its target by more than half of it', () => {
  const target = { cx: 226, cy: 112, w: 130, h: 130, angle: 0 };
  expect(cornerDistance(displacedBox(target, { width: 512, height: 512 }), target)).toBeGreaterThan(65);
});
