import type { Frame } from '../../../bench/src/report/draw.js';

/** A chart on a page: what stands there, and its files by name. */
export interface Chart {
  text: string;
  files: Record<string, string>;
}

/** A chart for a column of text and another one for phones, both without a background: the page may be dark. */
export async function chart(name: string, alt: string, drawn: (frame: Frame) => Promise<string>): Promise<Chart> {
  const [wide, narrow] = [`${name}-wide.svg`, `${name}-narrow.svg`];
  const text = [
    '<picture class="chart">',
    `<source media="(max-width: 640px)" srcset="./generated/${narrow}">`,
    `<img src="./generated/${wide}" alt="${alt}">`,
    '</picture>',
  ].join('\n');
  const files = {
    [wide]: await drawn({ width: 'wide', background: 'transparent' }),
    [narrow]: await drawn({ width: 'narrow', background: 'transparent' }),
  };
  return { text, files };
}
