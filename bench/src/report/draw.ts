import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

declare module 'vega' {
  /** How wide vega takes a text to be; its types leave this out. */
  const textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number };
}

// Without a canvas to measure on, vega takes every letter to be as wide as a "W", and leaves room for it.
vega.textMetrics.width = ({ fontSize = 11 }, text) => 0.6 * fontSize * String(text).length;

/** Where a chart is to be seen. */
export interface Frame {
  /** For a column of text, or for a phone. */
  width: 'wide' | 'narrow';
  background: 'white' | 'transparent';
}

/** As a file of its own. */
export const ON_PAPER: Frame = { width: 'wide', background: 'white' };

/** Far from white, so that they are far from black where a dark page inverts them. */
const COLORS = ['#2f65b0', '#b8560d', '#b52b3a', '#16807a', '#4a7a1f', '#7a46a8'];

/** A chart as SVG, in the looks that all charts share. */
export async function draw(spec: TopLevelSpec, { background }: Frame): Promise<string> {
  const { spec: full } = compile({
    ...spec,
    background,
    padding: 8,
    config: {
      axis: { labelFontSize: 11, titleFontSize: 11, titleFontWeight: 'normal', labelLimit: 0, gridColor: '#ccc' },
      legend: { orient: 'top', labelFontSize: 11, titleFontSize: 11, symbolSize: 60 },
      range: { category: COLORS },
      title: { fontSize: 12, anchor: 'start', frame: 'group' },
      view: { stroke: '#ccc' },
    },
  });
  return lean(await new vega.View(vega.parse(full), { renderer: 'none' }).toSVG());
}

/** Without what nobody sees in a picture: names for scripts and readers, defaults, and digits behind a hundredth of a pixel. */
function lean(svg: string): string {
  return svg
    .replace(/ (class|role|aria-[a-z]+|pointer-events|version)="[^"]*"/g, '')
    .replace(/ (opacity|stroke-width)="1"| font-family="sans-serif"/g, '')
    .replace('<svg ', '<svg font-family="sans-serif" ')
    .replace(/<path( d="[^"]*")? display="none"\/>|<path d="[^"]*"\/>/g, '')
    .replace(/ (d|transform|x2|y2)="[^"]*"/g, (place) =>
      place.replace(/\d+\.\d+/g, (digits) => String(Number(Number(digits).toFixed(2)))),
    );
}
