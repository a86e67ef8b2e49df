import type { FindReason, Reason } from '@cropgrad/register';

/** A picture of an attempt, and its answer. */
export interface Pictured {
  /** The name of its file in public/align. */
  name: string;
  what: string;
  /** The function and the model. */
  call: string;
  score: number;
  reason: Reason | FindReason | null;
  /** Of the worst corner, in pixels, if the function gives it. */
  sigma?: number;
}

/** The pictures with their answers below, as Markdown. */
export function pictureTable(pictured: readonly Pictured[]): string {
  return pictured
    .map(({ name, what, call, score, reason, sigma }) => {
      const verdict = reason === null ? 'found' : `not found, '${reason}'`;
      const sure = sigma !== undefined && reason === null ? `, sigma ${sigma.toPrecision(2)} px` : '';
      return `![${what}](/align/${name}.webp)\n\n${what} (${call}): **${verdict}**, score ${score.toFixed(3)}${sure}.\n`;
    })
    .join('\n');
}
