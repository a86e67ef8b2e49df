import { markdownTable } from 'markdown-table';
import { median, pairedRatio } from '../../statistics.js';
import { CPU } from '../contender.js';
import type { PlaceResults } from '../measure-place.js';
import type { Turn } from '../race.js';
import type { CurveLine } from './curve-lines.js';
import type { GpujsResults } from './results.js';

/** Renderers that compute on the CPU what a GPU would. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** The results as a page of tables, ratios first. */
export function toMarkdown(results: GpujsResults, lines: readonly CurveLine[]): string {
  const { machine, seed, pace, workloads, node, chromium } = results;
  const { cpu, cores, memoryGB, platform } = machine;
  return `${[
    '# backend-gpujs beside backend-cpu',
    `${cpu}, ${cores} cores, ${memoryGB} GB, ${platform}. Data seed ${seed}.`,
    `Kernels alone, in one process or page, taking turns. **kernels** is how many times faster than backend-cpu the kernels are; **all** counts the copies to the device and back as well, which backend-cpu has none of (medians of ${pace.rounds} paired rounds; higher is better). The rest are median milliseconds; "first call" is that of the very first run, which compiles.`,
    workloads.map(({ name, title }) => `- **${name}**: ${title}`).join('\n'),
    `## In Node ${machine.node}`,
    placeSection(node),
    `## In Chromium ${chromium?.version ?? ''}`.trim(),
    chromium ? `${rendererNote(chromium)}\n\n${placeSection(chromium)}` : 'Absent: there is no Chromium here.',
    '## The gradient of an image that many crops share',
    'Crops of 32 × 32 samples, each covering 48 × 48 pixels and turned by 20°, of one image. The time is a fixed part, which grows with the image, and one that is linear in the samples. Were each pixel to visit every crop, a sample would cost 4 and 16 times as much on the larger images.',
    '![The curves](gradient-curve.svg)',
    curveTable(lines),
    '## Agreement',
    'Before it is timed, everything is compared with backend-cpu, which computes in float64: the largest difference found, of the largest allowed.',
    agreementTable(results),
  ].join('\n\n')}\n`;
}

function rendererNote({ renderer }: PlaceResults): string {
  if (renderer === undefined) return 'WebGL did not run.';
  const note = SOFTWARE.test(renderer)
    ? ' **This is a software rasteriser, not a GPU: it says that the kernels are right in a browser, and nothing about the speed of a GPU.**'
    : '';
  return `WebGL ran on ${renderer}.${note}`;
}

function placeSection({ laps, absent }: PlaceResults): string {
  const rows = laps.map(({ workload, task, contender, first, rounds }) => {
    const baseline = laps.find((lap) => lap.workload === workload && lap.task === task && lap.contender === CPU);
    const kernels = rounds.map(({ kernel }) => kernel);
    const alls = rounds.map(allOf);
    const ratio = (ours: readonly number[]): string => {
      const theirs = baseline?.rounds.map(({ kernel }) => kernel) ?? [];
      return `**${pairedRatio(theirs, ours).median.toPrecision(2)} ×**`;
    };
    const isCpu = contender === CPU;
    return [
      ...[workload, task, contender],
      ...(isCpu ? ['1 ×', '1 ×'] : [ratio(kernels), ratio(alls)]),
      inMs(first.kernel),
      isCpu ? '–' : inMs(median(rounds.map(({ upload }) => upload))),
      inMs(median(kernels)),
      isCpu ? '–' : inMs(median(rounds.map(({ download }) => download))),
    ];
  });
  const head = ['workload', 'task', 'who', 'kernels', 'all', 'first call', 'upload', 'kernels, ms', 'download'];
  const table = markdownTable([head, ...rows], { align: ['l', 'l', 'l', 'r', 'r', 'r', 'r', 'r', 'r'] });
  const reasons = absent.map(({ contender, reason }) => `- ${contender} is absent: ${reason}`);
  return [table, ...(reasons.length > 0 ? [reasons.join('\n')] : [])].join('\n\n');
}

function allOf({ upload, kernel, download }: Turn): number {
  return upload + kernel + download;
}

function curveTable(lines: readonly CurveLine[]): string {
  return markdownTable([
    ['who', 'where', 'image', 'ns per sample', 'of that on the smallest image', 'fixed', 'worst point off the line'],
    ...lines.map(({ place, contender, side, line: { fixed, slope, worst } }) => {
      const smallest = lines.find((one) => one.place === place && one.contender === contender)?.line.slope ?? slope;
      return [
        ...[contender, place, `${side} × ${side}`, String(Number((slope * 1e6).toPrecision(3)))],
        `${(slope / smallest).toPrecision(2)} ×`,
        inMs(fixed),
        `${(100 * worst).toFixed(0)} %`,
      ];
    }),
  ]);
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
  return markdownTable([
    ['who', 'where', 'workload', ...outputs],
    ...[...rows].map(([key, cells]) => [...key.split('|'), ...outputs.map((output) => cells.get(output) ?? '')]),
  ]);
}

function inMs(ms: number): string {
  // Through a number, so that none is written with an exponent.
  return `${Number(ms.toPrecision(3))} ms`;
}
