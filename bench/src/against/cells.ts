import type { DataFormat, Mode, PaddingMode } from '@cropgrad/core';
import { SWEEPS, WORKLOADS, type Workload } from '../workloads.js';

/** The op of a cell: `crop` for boxes, `affineSample` where they are turned, `gridSample` at the same points. */
export type Op = 'crop' | 'affineSample' | 'gridSample';

/** What is timed of it: the crops, or one of their gradients, by the image or by the boxes, thetas or grids. */
export type Pass = 'forward' | 'by image' | 'by points';

/** One thing that both commits are timed on. */
export interface Cell {
  /** Its parts in one line, as in `seed, gridSample, bicubic, border, by image`. */
  name: string;
  workload: Workload;
  dataFormat: DataFormat;
  op: Op;
  mode: Mode;
  paddingMode: PaddingMode;
  pass: Pass;
}

/** The options that both commits know. */
export interface SharedOptions {
  modes: readonly Mode[];
  paddingModes: readonly PaddingMode[];
}

const PASSES: readonly Pass[] = ['forward', 'by image', 'by points'];
/** Workloads with every mode and padding. The others are large, or so small that no loop counts: defaults only. */
const EVERY_OPTION = ['seed', 'features', 'rotated', 'volume'];
/** Where the fixed cost of a call is all there is. */
const SMALL: Workload = { ...SWEEPS.size[0], name: 'small' };

/** Every cell: the workloads of the benchmark, with all modes and paddings where that does not take too long. */
export function everyCell(shared: SharedOptions): Cell[] {
  const [seed] = WORKLOADS;
  return [
    ...WORKLOADS.flatMap((workload) => cellsOf(workload, 'NHWC', shared)),
    ...cellsOf({ ...seed, name: 'seed NCHW' }, 'NCHW', shared),
    ...cellsOf(SMALL, 'NHWC', shared),
  ];
}

function cellsOf(workload: Workload, dataFormat: DataFormat, shared: SharedOptions): Cell[] {
  const every = EVERY_OPTION.includes(workload.name);
  const ops: readonly Op[] = [workload.degrees === undefined ? 'crop' : 'affineSample', 'gridSample'];
  const modes = shared.modes.filter((mode) => mode === 'bilinear' || (every && !isBicubicVolume(mode, workload)));
  const paddingModes = shared.paddingModes.filter((paddingMode) => every || paddingMode === 'zeros');
  return modes.flatMap((mode) =>
    ops.flatMap((op) =>
      paddingModes.flatMap((paddingMode) =>
        // The gradient of nearest by points is 0, and no kernel's work.
        PASSES.filter((pass) => mode !== 'nearest' || pass !== 'by points').map((pass) => {
          const name = [workload.name, op, mode, paddingMode, pass].join(', ');
          return { name, workload, dataFormat, op, mode, paddingMode, pass };
        }),
      ),
    ),
  );
}

function isBicubicVolume(mode: Mode, { imageSize }: Workload): boolean {
  return mode === 'bicubic' && imageSize.length === 3;
}
