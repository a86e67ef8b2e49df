import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { MODES } from '../protocol.js';
import type { Results } from '../results.js';

/** A chart of the ratios of whole operations on one thread, as SVG; of the milliseconds, where the baseline is absent. */
export async function ratioChart({ rows, baseline, workloads }: Results): Promise<string> {
  const cells = rows
    .filter(({ layer, threads }) => layer === 'operation' && threads === 1)
    .flatMap(({ workload, mode, cells }) => cells.map((cell) => ({ workload, mode, cell })));
  const ratios = cells.some(({ cell }) => cell.absent === undefined && cell.ratio);
  const values = cells.flatMap(({ workload, mode, cell }) => {
    if (cell.absent !== undefined || cell.peer === baseline) return [];
    return [{ workload, mode, peer: cell.peer, value: ratios ? cell.ratio?.median : cell.ms }];
  });
  const title = ratios ? `times faster than ${baseline} (1 is equal, log scale)` : 'milliseconds (log scale)';
  const order = workloads.map(({ name }) => name);
  return toSvg({
    title,
    data: { values },
    facet: {
      row: { field: 'workload', title: null, sort: order },
      column: { field: 'mode', title: null, sort: [...MODES] },
    },
    spec: {
      width: 220,
      layer: [
        { mark: { type: 'rule', color: '#999' }, encoding: { x: { datum: 1 } } },
        {
          mark: { type: 'point', filled: true, size: 60 },
          encoding: {
            y: { field: 'peer', type: 'nominal', title: null, sort: null },
            x: { field: 'value', type: 'quantitative', scale: { type: 'log' }, title: null },
            color: { field: 'peer', type: 'nominal', legend: null, sort: null },
          },
        },
      ],
    },
  });
}

/** A chart of the sweeps, as SVG: milliseconds over output pixels, with the fitted lines. */
export async function sweepChart({ sweeps }: Results): Promise<string> {
  const values = sweeps.flatMap(({ kind, mode, peer, points, line }) =>
    points.map(({ outputs, ms }) => ({ kind, mode, peer, outputs, ms, fitted: line.fixed + line.slope * outputs })),
  );
  const x = { field: 'outputs', type: 'quantitative', scale: { type: 'log' }, title: 'output pixels' } as const;
  const color = { field: 'peer', type: 'nominal', title: null, sort: null } as const;
  const y = { type: 'quantitative', scale: { type: 'log' }, title: 'milliseconds' } as const;
  return toSvg({
    data: { values },
    facet: { row: { field: 'kind', title: null }, column: { field: 'mode', title: null, sort: null } },
    spec: {
      width: 320,
      layer: [
        { mark: { type: 'point', filled: true }, encoding: { x, y: { field: 'ms', ...y }, color } },
        { mark: { type: 'line', opacity: 0.5 }, encoding: { x, y: { field: 'fitted', ...y }, color } },
      ],
    },
  });
}

async function toSvg(spec: TopLevelSpec): Promise<string> {
  const view = new vega.View(vega.parse(compile({ background: 'white', ...spec }).spec), { renderer: 'none' });
  return view.toSVG();
}
