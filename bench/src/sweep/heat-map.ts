import { draw, type Frame, ON_PAPER } from '../report/draw.js';
import { significant } from '../report/significant.js';
import type { SweptCell } from './results.js';

/** Colours end here: what is farther from 1 looks alike. */
const FARTHEST = 4;
/** Darker than this much, in either direction, a number is white. */
const DARK = 2.4;

/**
 * Every cell as a square with the number of times as fast as PyTorch, as SVG: a part per op and number of dimensions, a row
 * per mode and padding, a column per layout and number of channels. What is slower is red, what is faster blue. On a phone there
 * is no room for the numbers.
 */
export async function heatMap(cells: readonly SweptCell[], frame: Frame = ON_PAPER): Promise<string> {
  const values = cells.map(({ dimensions, channels, dataFormat, mode, paddingMode, op, ours: { ratio } }) => ({
    part: `${op}, ${dimensions}-D`,
    op,
    row: `${mode}, ${paddingMode}`,
    column: channels === 1 ? '1' : `${channels} ${dataFormat === 'NHWC' ? 'last' : 'second'}`,
    channels,
    ratio: ratio.median,
    text: significant(ratio.median, 2),
  }));
  // An op in 2-D and in 3-D, side by side.
  const ops = [...new Set(values.map(({ op }) => op))];
  const parts = ops.flatMap((op) => [...new Set(values.filter((value) => value.op === op).map(({ part }) => part))]);
  const isWide = frame.width === 'wide';
  return draw(
    {
      title: {
        text: isWide
          ? 'Times as fast as PyTorch, kernels on one thread, by mode, padding, and channels (last or second)'
          : ['Blue is faster than PyTorch, red slower,', 'by mode, padding, and channels'],
      },
      data: { values },
      columns: isWide ? 2 : 1,
      concat: parts.map((part) => ({
        title: part,
        width: { step: isWide ? 32 : 15 },
        height: { step: 17 },
        transform: [{ filter: { field: 'part', equal: part } }],
        encoding: {
          x: { field: 'column', type: 'nominal', title: null, sort: { field: 'channels' }, axis: { labelAngle: -60 } },
          y: { field: 'row', type: 'nominal', title: null, sort: null },
        },
        layer: [
          {
            mark: { type: 'rect', aria: false, stroke: '#fff', strokeWidth: 1 },
            encoding: {
              color: {
                field: 'ratio',
                type: 'quantitative',
                scale: {
                  type: 'log',
                  domain: [1 / FARTHEST, 1, FARTHEST],
                  range: ['#a51f2e', '#f4f4f4', '#1f4f9f'],
                  clamp: true,
                },
                legend: null,
              },
            },
          },
          ...(isWide
            ? [
                {
                  mark: { type: 'text', aria: false, fontSize: 10 },
                  encoding: {
                    text: { field: 'text' },
                    color: {
                      condition: { test: `datum.ratio > ${DARK} || datum.ratio < ${1 / DARK}`, value: '#fff' },
                      value: '#222',
                    },
                  },
                } as const,
              ]
            : []),
        ],
      })),
      resolve: { scale: { x: 'independent', y: 'independent' } },
    },
    frame,
  );
}
