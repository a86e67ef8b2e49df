/** A place in a figure, or in an image. */
export interface Point {
  x: number;
  y: number;
}
