import { markdownTable } from 'markdown-table';
import { machineLine } from '../../report/machine-line.js';
import { significant } from '../../report/significant.js';
import { median, pairedRatio } from '../../statistics.js';
import { CPU } from '../contender.js';
import type { PlaceResults } from '../measure-place.js';
import type { Lap, Turn } from '../race.js';
import type { CurveLine } from './curve-lines.js';
import type { GpujsResults } from './results.js';

/** The results as a page of tables, ratios first. */
export function toMarkdown(results: GpujsResults, lines: readonly CurveLine[]): string {
  const { machine, seed, pace, workloads, node, chromium } = results;
  return `${[
    '# Backends for GPUs beside backend-cpu',
    machineLine(machine, seed),
    `Kernels alone, taking turns in one process or page. **gradients** are those of the image and of theta. The first two columns are how many times as fast as backend-cpu (medians of ${pace.rounds} paired rounds; higher is better): the kernels alone, and the kernels with the copies to the device and back, which backend-cpu does not need. The other columns are milliseconds: the kernels of the first call, which compiles, and then medians.`,
    `## In Node ${machine.node}`,
    placeTables(node, workloads),
    `## In Chromium ${chromium?.version ?? ''}`.trim(),
    chromium
      ? `${rendererNote(chromium)}\n\n${placeTables(chromium, workloads)}`
      : 'Absent: there was no Chromium, or none with a GPU.',
    '## The gradient of an image that many crops share',
    'Crops of 32 × 32 samples, each covering 48 × 48 pixels and rotated by 20°, of one image. The lines are a fixed time, which grows with the image, plus a time per sample. If each pixel visited every crop, a sample would cost 4 and 16 times as much on the larger images.',
    '![The curves](gradient-curve.svg)',
    curveTable(lines),
    '## Agreement',
    'Before anything is timed, its results are compared with those of backend-cpu, which computes in float64. The table has the largest difference found, and the largest allowed.',
    agreementTable(results),
  ].join('\n\n')}\n`;
}

function rendererNote({ renderer, adapter }: PlaceResults): string {
  return [ranOn('WebGL', renderer), ranOn('WebGPU', adapter)].join(' ');
}

function ranOn(what: string, renderer: string | undefined): string {
  return renderer === undefined ? `${what} did not run.` : `${what} ran on ${renderer}.`;
}

function placeTables({ laps, absent }: PlaceResults, workloads: GpujsResults['workloads']): string {
  const tables = workloads.flatMap(({ name, title }) => {
    const own = laps.filter(({ workload }) => workload === name);
    return own.length > 0 ? [`**${name}**: ${title}`, placeTable(own)] : [];
  });
  // A reason says what was asked for, and then why it is not there.
  const reasons = absent.map(({ contender, reason }) => `- ${contender} did not run: ${reason.replace(/^.*?: /, '')}.`);
  return [...tables, ...(reasons.length > 0 ? [reasons.join('\n')] : [])].join('\n\n');
}

/** The laps of one workload in one place: a row per task and contender. */
export function placeTable(laps: readonly Lap[]): string {
  const rows = laps.map(({ task, contender, first, rounds }) => {
    const baseline = laps.find((lap) => lap.task === task && lap.contender === CPU);
    const kernels = rounds.map(({ kernel }) => kernel);
    const ratio = (ours: readonly number[]): string => {
      const theirs = baseline?.rounds.map(({ kernel }) => kernel) ?? [];
      return `**${significant(pairedRatio(theirs, ours).median, 2)}**`;
    };
    const isCpu = contender === CPU;
    return [
      ...[task, contender],
      ...(isCpu ? ['1', '1'] : [ratio(kernels), ratio(rounds.map(allOf))]),
      significant(first.kernel, 3),
      isCpu ? '–' : significant(median(rounds.map(({ upload }) => upload)), 3),
      significant(median(kernels), 3),
      isCpu ? '–' : significant(median(rounds.map(({ download }) => download)), 3),
    ];
  });
  const head = ['task', 'who', 'kernels, ×', 'all, ×', 'first, ms', 'upload, ms', 'kernels, ms', 'download, ms'];
  return markdownTable([head, ...rows], { align: ['l', 'l', 'r', 'r', 'r', 'r', 'r', 'r'] });
}

function allOf({ upload, kernel, download }: Turn): number {
  return upload + kernel + download;
}

function curveTable(lines: readonly CurveLine[]): string {
  const rows = lines.map(({ place, contender, side, line: { fixed, slope, worst } }) => {
    const smallest = lines.find((one) => one.place === place && one.contender === contender)?.line.slope ?? slope;
    return [
      ...[`${contender}, ${place}`, `${side}\u00a0×\u00a0${side}`],
      ...[`${significant(slope * 1e6, 3)} ns`, `${significant(slope / smallest, 2)} ×`],
      ...[`${significant(fixed, 3)} ms`, `${(100 * worst).toFixed(0)} %`],
    ];
  });
  const head = ['who', 'image', 'per sample', 'of that on the smallest', 'fixed', 'worst point off the line'];
  return markdownTable([head, ...rows], { align: ['l', 'l', 'r', 'r', 'r', 'r'] });
}

function agreementTable({ node, chromium }: GpujsResults): string {
  const places = [
    { place: 'Node', laps: node.laps },
    ...(chromium ? [{ place: 'Chromium', laps: chromium.laps }] : []),
  ];
  const outputs = ['crops', 'dimage', 'dtheta'] as const;
  const rows = new Map<string, Map<string, string>>();
  for (const { place, laps } of places) {
    for (const { contender, workload, agreement } of laps) {
      if (contender === CPU) continue;
      const key = [contender, place, workload].join('|');
      const cells = rows.get(key) ?? new Map();
      rows.set(key, cells);
      for (const { output, difference, tolerance } of agreement) {
        cells.set(output, `${difference.toExponential(1)} of ${tolerance.toExponential(1)}`);
      }
    }
  }
  return markdownTable(
    [
      ['who', 'where', 'workload', ...outputs],
      ...[...rows].map(([key, cells]) => [...key.split('|'), ...outputs.map((output) => cells.get(output) ?? '')]),
    ],
    { align: ['l', 'l', 'l', 'r', 'r', 'r'] },
  );
}
