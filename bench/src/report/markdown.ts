import { markdownTable } from 'markdown-table';
import { LAYERS } from '../protocol.js';
import type { Cell, ResultRow, Results } from '../results.js';
import { reachedRatio, TARGETS } from '../targets.js';

const LAYER_TITLES = {
  operation: 'Whole operations: tensors in, data read out',
  kernel: 'Kernels alone: no checks, no tape, nothing read out',
};

/** The results as a page of tables, ratios first. */
export function toMarkdown(results: Results): string {
  const { baseline, peers, pace } = results;
  const threads = [...new Set(results.rows.map((row) => row.threads))];
  const sections = [
    '# Results',
    machineLine(results),
    `In each cell: how many times faster than ${baseline} (the median of ${pace.rounds} paired rounds; higher is better), then the median milliseconds. "absent" is not a number: the reasons are below.`,
    workloadList(results),
    ...threads.flatMap((count) => LAYERS.map((layer) => layerSection(results, layer, count))),
    '## Targets, one thread',
    targetTable(results),
    ...(results.sweeps.length > 0 ? ['## How the cost grows', sweepTable(results)] : []),
    ...(results.memory.length > 0 ? ['## Peak memory of "many", forward and backward', memoryTable(results)] : []),
    '## Agreement',
    'Before it is timed, every row is compared with the cpu backend, which computes in float64: the largest difference found, and the largest allowed.',
    agreementTable(results),
    '## Who ran',
    markdownTable([
      ['peer', 'threads', 'versions', 'note'],
      ...peers.map((peer) => [
        peer.name,
        peer.threaded ? 'as many as asked' : 'always one',
        peer.absent === undefined ? versionsOf(peer.versions) : `absent: ${peer.absent}`,
        peer.note ?? '',
      ]),
    ]),
    '## What is absent, and why',
    absenceTable(results),
  ];
  return `${sections.join('\n\n')}\n`;
}

function machineLine({ machine: { cpu, cores, memoryGB, platform, node }, seed }: Results): string {
  return `${cpu}, ${cores} cores, ${memoryGB} GB, ${platform}, Node ${node}. Data seed ${seed}.`;
}

function workloadList({ workloads }: Results): string {
  return workloads.map(({ name, title }) => `- **${name}**: ${title}`).join('\n');
}

function layerSection({ rows, peers }: Results, layer: ResultRow['layer'], threads: number): string {
  const shown = rows.filter((row) => row.layer === layer && row.threads === threads);
  const names = peers
    .map(({ name }) => name)
    .filter((name) =>
      shown.some(({ cells }) => cells.some(({ peer, absent }) => peer === name && absent === undefined)),
    );
  const table = markdownTable(
    [
      ['workload', 'mode', ...names],
      ...shown.map(({ workload, mode, cells }) => [
        workload,
        mode,
        ...names.map((name) => cellText(cells.find(({ peer }) => peer === name))),
      ]),
    ],
    { align: ['l', 'l', ...names.map(() => 'r')] },
  );
  const single = peers.filter(({ name, threaded }) => names.includes(name) && !threaded).map(({ name }) => name);
  const note = threads > 1 ? `\n\nThese use one thread whatever they are given: ${single.join('; ')}.` : '';
  return `## ${LAYER_TITLES[layer]}, ${threads} thread${threads === 1 ? '' : 's'}\n\n${table}${note}`;
}

function cellText(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.absent !== undefined) return 'absent';
  const ms = `${cell.ms.toPrecision(3)} ms`;
  return cell.ratio ? `**${cell.ratio.median.toPrecision(2)} ×** ${ms}` : ms;
}

function targetTable(results: Results): string {
  return markdownTable([
    ['peer', 'workload', 'mode', 'layer', 'against', 'target', 'reached'],
    ...TARGETS.map((target) => {
      const reached = reachedRatio(results, target);
      const verdict =
        reached === undefined ? 'not measured' : `${reached.toPrecision(3)} ×${mark(reached >= target.atLeast)}`;
      const { peer, workload, mode, layer, against, atLeast } = target;
      return [peer, workload, mode, layer, against, `${atLeast} ×`, verdict];
    }),
  ]);
}

function mark(reached: boolean): string {
  return reached ? '' : ' (missed)';
}

function sweepTable({ sweeps }: Results): string {
  return markdownTable([
    ['over', 'mode', 'peer', 'fixed cost of a call', 'ns per output pixel', 'worst point off the line'],
    ...sweeps.map(({ kind, mode, peer, line: { fixed, slope, worst } }) => [
      kind,
      mode,
      peer,
      `${(fixed * 1e3).toPrecision(3)} µs`,
      (slope * 1e6).toPrecision(3),
      `${(worst * 100).toFixed(0)} %`,
    ]),
  ]);
}

function memoryTable({ memory }: Results): string {
  return markdownTable([
    ['backend', 'photo', 'a photo per crop would be', 'crops and their gradient', 'peak in tensors', 'peak resident'],
    ...memory.map((m) => [
      m.backend,
      ...[m.photo, m.onePhotoPerCrop, m.cropsAndTheirGradient, m.peakInTensors].map((x) => `${x} MB`),
      `${m.peakResident} MB (${m.residentWithInputs} with the inputs alone)`,
    ]),
  ]);
}

function agreementTable({ rows, peers }: Results): string {
  const lines = new Map<string, string[]>();
  for (const { name } of peers) {
    for (const { workload, cells } of rows) {
      for (const cell of cells) {
        if (cell.peer !== name || cell.absent !== undefined) continue;
        for (const { output, difference, tolerance } of cell.agreement) {
          const key = [name, workload, output].join('|');
          const worst = Math.max(difference, Number(lines.get(key)?.[3] ?? 0));
          lines.set(key, [name, workload, output, worst.toExponential(1), tolerance.toExponential(1)]);
        }
      }
    }
  }
  return markdownTable([['peer', 'workload', 'output', 'difference', 'allowed'], ...lines.values()]);
}

function absenceTable({ rows }: Results): string {
  const modes = new Map<string, Set<string>>();
  for (const { layer, mode, workload, cells } of rows) {
    for (const { peer, absent } of cells) {
      if (absent === undefined) continue;
      const key = `${peer}|${absent}`;
      modes.set(key, (modes.get(key) ?? new Set()).add(`${workload} ${layer} ${mode}`));
    }
  }
  return markdownTable([
    ['peer', 'why', 'rows'],
    ...[...modes].map(([key, set]) => [...key.split('|'), String(set.size)]),
  ]);
}

function versionsOf(versions: Record<string, string> = {}): string {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
