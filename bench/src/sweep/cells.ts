import type { DataFormat, Mode, PaddingMode } from '@cropgrad/core';
import { GRID_GRADIENTS, type TimedRow } from '../protocol.js';
import type { Workload } from '../workloads.js';

/** What is timed: fused crops, alone or with gradients; grid sampling; both gradients of grid sampling, without its forward pass. */
export type SweepOp = 'forward' | 'forward + theta' | 'forward + both' | 'gridSample' | 'grid gradients';

/** The row of a peer that does the same, in the order of the report. */
export const ROW_OF: Readonly<Record<SweepOp, TimedRow>> = {
  forward: 'kernel/forward',
  'forward + theta': 'kernel/forward+box',
  'forward + both': 'kernel/forward+both',
  gridSample: 'kernel/gridSample',
  'grid gradients': GRID_GRADIENTS,
};

/** One thing that is timed. */
export interface SweepCell {
  /** Its parts in one line, as in `2-D, C 3, NHWC, bicubic, border, forward + theta`. */
  name: string;
  workload: Workload;
  dataFormat: DataFormat;
  mode: Mode;
  paddingMode: PaddingMode;
  op: SweepOp;
}

const CHANNELS: readonly number[] = [1, 2, 3, 4, 8, 64];
const LAYOUTS: readonly DataFormat[] = ['NHWC', 'NCHW'];
const MODES: readonly Mode[] = ['bilinear', 'nearest', 'bicubic'];
/** Those that PyTorch has, too; `wrap` is timed beside `zeros`. */
const PADDINGS: readonly PaddingMode[] = ['zeros', 'border', 'reflection'];
/** So many images, with one crop each: PyTorch's cost of a call from Python is then a small part of it. */
const imagesOf = (channels: number): number => (channels < 64 ? 4 : 1);
const SIZES: readonly Pick<Workload, 'imageSize' | 'size'>[] = [
  { imageSize: [112, 112], size: [64, 64] },
  { imageSize: [28, 28, 28], size: [16, 16, 16] },
];
const SWEEP_OPS = Object.keys(ROW_OF) as SweepOp[];

/**
 * The 825 cells: 11 pairs of channels and layout, as one channel has one layout; 5 pairs of dimensions and mode, as PyTorch
 * has no bicubic volumes; 3 paddings; 5 ops, of which 3 are fused.
 */
export function sweepCells(): SweepCell[] {
  return SIZES.flatMap((sizes) =>
    CHANNELS.flatMap((channels) => {
      const dimensions = `${sizes.size.length}-D`;
      const images = imagesOf(channels);
      const title = `${images} of ${channels} × ${sizes.imageSize.join(' × ')} → ${sizes.size.join(' × ')}`;
      const workload = {
        name: `${dimensions}, C ${channels}`,
        title,
        images,
        crops: images,
        channels,
        ...sizes,
      };
      return cellsOf(workload);
    }),
  );
}

function cellsOf(workload: Workload): SweepCell[] {
  const layouts = LAYOUTS.slice(0, workload.channels === 1 ? 1 : 2);
  const modes = MODES.filter((mode) => mode !== 'bicubic' || workload.size.length === 2);
  return modes.flatMap((mode) =>
    PADDINGS.flatMap((paddingMode) =>
      SWEEP_OPS.flatMap((op) => layouts.map((dataFormat) => cellOf({ workload, dataFormat, mode, paddingMode, op }))),
    ),
  );
}

function cellOf(parts: Omit<SweepCell, 'name'>): SweepCell {
  const { workload, dataFormat, mode, paddingMode, op } = parts;
  return { ...parts, name: [workload.name, dataFormat, mode, paddingMode, op].join(', ') };
}

/** The same with another padding. */
export function padded(cell: SweepCell, paddingMode: PaddingMode): SweepCell {
  return cellOf({ ...cell, paddingMode });
}
