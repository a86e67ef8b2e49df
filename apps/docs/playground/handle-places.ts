import { cornersOf, isIn, type PhotoBox, type PixelSize, type Point, pointIn } from './box.js';
import { type Grip, RESIZE_GRIPS } from './box-handles.js';

/** How a photo lies in its stage, in CSS pixels. */
export interface StageView {
  stage: PixelSize;
  /** Where the photo begins. */
  origin: Point;
  /** CSS pixels per pixel of the photo. */
  scale: number;
}

type ResizeGrip = Extract<Grip, { kind: 'resize' }>;

/** Where the handles of a box are, in CSS pixels of the stage. */
export interface HandlePlaces {
  resize: { grip: ResizeGrip; at: Point }[];
  /** The turning handle, and the handle that it hangs on. */
  turn: { at: Point; from: Point };
  /** Moves a box of which too little is in view to be dragged. */
  move: Point | undefined;
  /** The corners of the frame that carries the handles of a box that is too small for them. */
  frame: Point[] | undefined;
}

/** How far apart opposite handles are at least, so that a finger finds each of them, and the middle. */
const LEAST_APART = 56;
/** How far from the edges of the stage every handle stays. */
const INSET = 12;
/** How far the turning handle is from the handle that it hangs on. */
const STALK = 26;

/** Where in the stage a point of the photo is. */
export function toStage({ x, y }: Point, { origin, scale }: StageView): Point {
  return { x: origin.x + x * scale, y: origin.y + y * scale };
}

/** The point of the photo, or beside it, that is in a place of the stage. */
export function fromStage({ x, y }: Point, { origin, scale }: StageView): Point {
  return { x: (x - origin.x) / scale, y: (y - origin.y) / scale };
}

/**
 * Where the handles of a box are drawn: on its outline; for a small box on a frame around it; and at the edge of the
 * stage where they would be out of view. A drag counts from where it begins, so it does the same from every such place.
 */
export function handlePlaces(box: PhotoBox, view: StageView): HandlePlaces {
  const least = LEAST_APART / view.scale;
  const framed = { ...box, w: atLeast(box.w, least), h: atLeast(box.h, least) };
  const isSmall = framed.w !== box.w || framed.h !== box.h;
  const middle = toStage({ x: box.cx, y: box.cy }, view);
  const unclamped = (u: number, v: number) => toStage(pointIn(framed, u, v), view);
  const placeOf = (u: number, v: number) => intoView(unclamped(u, v), view);
  const grabbed = intoView(middle, view);
  return {
    resize: RESIZE_GRIPS.map((grip) => ({ grip, at: placeOf(grip.u, grip.v) })),
    turn: turningHandle(middle, placeOf, unclamped, view),
    move: isIn(framed, fromStage(grabbed, view)) ? undefined : grabbed,
    frame: isSmall ? cornersOf(framed).map((corner) => toStage(corner, view)) : undefined,
  };
}

type PlaceOf = (u: number, v: number) => Point;

/** It hangs on the first side of the box outside of which there is room, the top at best; without room, inside. */
function turningHandle(middle: Point, placeOf: PlaceOf, unclamped: PlaceOf, view: StageView): HandlePlaces['turn'] {
  const sides = [
    [0, -1],
    [0, 1],
    [1, 0],
    [-1, 0],
  ] as const;
  const outside = sides.map(([u, v]) => {
    const from = placeOf(u, v);
    return { from, at: away(from, middle, unclamped(u, v), STALK) };
  });
  const [top] = outside;
  const inside = { from: top.from, at: intoView(away(top.from, middle, unclamped(0, -1), -STALK), view) };
  return outside.find(({ at }) => isInView(at, view)) ?? inside;
}

/** From a point so far in the direction from the middle of a box to the middle of one of its sides. */
function away(from: Point, middle: Point, side: Point, by: number): Point {
  const length = Math.hypot(side.x - middle.x, side.y - middle.y);
  return {
    x: from.x + (by * (side.x - middle.x)) / length,
    y: from.y + (by * (side.y - middle.y)) / length,
  };
}

function isInView(point: Point, view: StageView): boolean {
  const { x, y } = intoView(point, view);
  return x === point.x && y === point.y;
}

/** The nearest point that is not too near to the edges of the stage. */
function intoView({ x, y }: Point, { stage }: StageView): Point {
  return { x: within(x, stage.width), y: within(y, stage.height) };
}

function within(position: number, length: number): number {
  return Math.min(length - INSET, Math.max(INSET, position));
}

/** A side made as long as this; a mirrored one stays mirrored. */
function atLeast(side: number, least: number): number {
  return (side < 0 ? -1 : 1) * Math.max(Math.abs(side), least);
}
