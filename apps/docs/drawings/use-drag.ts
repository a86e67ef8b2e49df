import type { Point } from './point.js';

/** The pointer's listeners of a mark. */
export interface DragListeners {
  pointerdown: (event: PointerEvent) => void;
  pointermove: (event: PointerEvent) => void;
  pointerup: () => void;
  pointercancel: () => void;
}

/**
 * Lets a pointer drag a mark of an SVG. `move` gets where the mark would be, in the SVG's units: the place at which the mark
 * was grabbed stays under the pointer.
 */
export function useDrag(at: () => Point, move: (to: Point) => void): DragListeners {
  let grabbed: Point | undefined;
  const end = (): void => {
    grabbed = undefined;
  };
  return {
    pointerdown(event) {
      const { currentTarget: mark } = event;
      if (event.button !== 0 || !(mark instanceof SVGGraphicsElement)) return;
      mark.setPointerCapture(event.pointerId);
      // A touch that is not to scroll the page does not focus, either.
      mark.focus({ preventScroll: true });
      const [pointer, { x, y }] = [pointerIn(mark, event), at()];
      grabbed = { x: x - pointer.x, y: y - pointer.y };
    },
    pointermove(event) {
      const { currentTarget: mark } = event;
      if (!grabbed || !(mark instanceof SVGGraphicsElement)) return;
      const { x, y } = pointerIn(mark, event);
      move({ x: x + grabbed.x, y: y + grabbed.y });
    },
    pointerup: end,
    pointercancel: end,
  };
}

/** Where the pointer is, in units of the SVG that a mark is in. */
function pointerIn(mark: SVGGraphicsElement, { clientX, clientY }: PointerEvent): Point {
  const toScreen = mark.ownerSVGElement?.getScreenCTM();
  if (!toScreen) throw new Error('A mark that is dragged is in an SVG that is shown');
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(toScreen.inverse());
  return { x, y };
}
