import { fitLine, type Line } from '../../statistics.js';
import type { CurvePoint } from '../gradient-curve.js';
import type { GpujsResults } from './results.js';

/** One contender's points on an image of one size, and the line through them: milliseconds over samples. */
export interface CurveLine {
  place: string;
  contender: string;
  side: number;
  points: readonly CurvePoint[];
  line: Line;
}

/** The lines through the curves of every place. */
export function curveLines({ node, chromium }: GpujsResults): CurveLine[] {
  return [...linesOf('Node', node.curve), ...linesOf('Chromium', chromium?.curve ?? [])];
}

function linesOf(place: string, curve: readonly CurvePoint[]): CurveLine[] {
  const series = new Map<string, CurvePoint[]>();
  for (const point of curve) {
    const key = `${point.contender} ${point.side}`;
    series.set(key, [...(series.get(key) ?? []), point]);
  }
  return [...series.values()].map((points) => {
    const [{ contender, side }] = points;
    return { place, contender, side, points, line: fitLine(points.map(({ samples, ms }) => ({ x: samples, y: ms }))) };
  });
}
