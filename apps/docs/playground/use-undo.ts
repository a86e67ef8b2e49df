import { type ComputedRef, computed, reactive } from 'vue';
import type { PhotoBox } from './box.js';

/** The boxes that a visitor moves. */
export interface Boxes {
  box: PhotoBox;
  target: PhotoBox;
}

export interface Undo {
  /** Whether there is anything to go back to. */
  canUndo: ComputedRef<boolean>;
  /** To be called before a change: it is what `undo` goes back to. */
  remember(): void;
  /** Puts the boxes where they were before the last change. */
  undo(): void;
  /** Forgets all changes: another photo has come. */
  forget(): void;
}

/** The boxes as they were before each change. */
export function useUndo(boxes: Boxes): Undo {
  const past = reactive<Boxes[]>([]);
  /** A change that came to nothing, such as a click without a drag, is none. */
  const isNow = (then: Boxes) => areSame(then, boxes);
  return {
    canUndo: computed(() => past.some((then) => !isNow(then))),
    remember() {
      past.push(copyOf(boxes));
    },
    undo() {
      let then = past.pop();
      while (then && isNow(then)) then = past.pop();
      if (then) Object.assign(boxes, copyOf(then));
    },
    forget() {
      past.length = 0;
    },
  };
}

/** A copy that changes no more. */
export function copyOf({ box, target }: Boxes): Boxes {
  return { box: { ...box }, target: { ...target } };
}

/** Whether both boxes are where they are in the other. */
export function areSame(a: Boxes, b: Boxes): boolean {
  return isSame(a.box, b.box) && isSame(a.target, b.target);
}

function isSame(a: PhotoBox, b: PhotoBox): boolean {
  return a.cx === b.cx && a.cy === b.cy && a.w === b.w && a.h === b.h && a.angle === b.angle;
}
