import type { KeyboardEvent, PointerEvent } from 'react';
import { type Box, movedBox, type PixelSize, resizedBox } from './box.ts';

/** What changes a box by pixels of the photo. */
type Change = (box: Box, dx: number, dy: number, size: PixelSize) => Box;

const ARROWS: Partial<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Props {
  photo: HTMLImageElement;
  box: Box;
  onChange: (change: (box: Box) => Box) => void;
}

/** A photo with a box that one moves, and a corner that resizes it: by pointer, or by arrow keys, with Shift ten times as far. */
export function BoxEditor({ photo, box, onChange }: Props) {
  const { naturalWidth: width, naturalHeight: height } = photo;
  const [x, y, x2, y2] = box;
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;

  const handlers = (change: Change) => ({
    onPointerDown: ({ currentTarget, pointerId }: PointerEvent) => currentTarget.setPointerCapture(pointerId),
    onPointerMove: ({ currentTarget, pointerId, movementX, movementY }: PointerEvent) => {
      if (!currentTarget.hasPointerCapture(pointerId)) return;
      const scale = width / (currentTarget.parentElement?.clientWidth ?? width);
      onChange((before) => change(before, movementX * scale, movementY * scale, { width, height }));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const arrow = ARROWS[event.key];
      if (!arrow) return;
      event.preventDefault();
      const step = event.shiftKey ? 10 : 1;
      onChange((before) => change(before, step * arrow[0], step * arrow[1], { width, height }));
    },
  });

  return (
    <div className="stage">
      <img src={photo.src} alt="" draggable={false} />
      <button
        type="button"
        className="box"
        aria-label="Move the box"
        style={{
          left: percent(x, width),
          top: percent(y, height),
          width: percent(x2 - x, width),
          height: percent(y2 - y, height),
        }}
        {...handlers(movedBox)}
      />
      <button
        type="button"
        className="corner"
        aria-label="Resize the box"
        style={{ left: percent(x2, width), top: percent(y2, height) }}
        {...handlers(resizedBox)}
      />
    </div>
  );
}
