import { describe, expect, it } from 'vitest';
import { reactive } from 'vue';
import { type Boxes, useUndo } from '../playground/use-undo.js';

const BOX = { cx: 10, cy: 10, w: 4, h: 4, angle: 0 };

function start() {
  const boxes = reactive<Boxes>({ box: { ...BOX }, target: { ...BOX } });
  return { boxes, ...useUndo(boxes) };
}

describe('undo', () => {
  it('goes back change by change, box and target together', () => {
    const { boxes, canUndo, remember, undo } = start();
    expect(canUndo.value).toBe(false);
    remember();
    boxes.box = { ...BOX, cx: 20 };
    remember();
    boxes.target = { ...BOX, w: 8 };
    boxes.box.angle = 5;
    expect(canUndo.value).toBe(true);
    undo();
    expect(boxes).toEqual({ box: { ...BOX, cx: 20 }, target: BOX });
    undo();
    expect(boxes).toEqual({ box: BOX, target: BOX });
    expect(canUndo.value).toBe(false);
    undo();
    expect(boxes).toEqual({ box: BOX, target: BOX });
  });

  it('passes over changes that came to nothing', () => {
    const { boxes, canUndo, remember, undo } = start();
    remember();
    boxes.box = { ...BOX, cy: 30 };
    remember();
    remember();
    undo();
    expect(boxes.box).toEqual(BOX);
    expect(canUndo.value).toBe(false);
  });

  it('keeps what it remembers, whatever becomes of the boxes', () => {
    const { boxes, remember, undo } = start();
    remember();
    boxes.box.cx = 1;
    undo();
    boxes.box.cx = 2;
    remember();
    boxes.box.cx = 3;
    undo();
    expect(boxes.box.cx).toBe(2);
  });

  it('forgets', () => {
    const { boxes, canUndo, remember, forget } = start();
    remember();
    boxes.box.cx = 1;
    forget();
    expect(canUndo.value).toBe(false);
  });
});
