import type { NamedAttrMap, NamedTensorMap, Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { Bench } from '../against/bench.js';
import type { Loaded } from '../against/checkout.js';
import { type DataSet, makeDataSet } from '../data-set.js';
import type { NpyArray } from '../npy.js';
import type { SweepCell, SweepOp } from './cells.js';

/** A kernel, the tensors that it reads, and whether its result has channels. */
interface Part {
  kernel: string;
  inputs: readonly (keyof Inputs)[];
  hasChannels: boolean;
  /** The op whose input this is the gradient by, where it is by points. */
  byPoints?: { op: string; input: 'theta' | 'grid' };
}

type Inputs = Record<'image' | 'dy' | 'theta' | 'grid', Tensor>;

const FORWARD: Part = { kernel: 'AffineSample', inputs: ['image', 'theta'], hasChannels: true };
const BY_IMAGE: Part = { kernel: 'AffineSampleGradImage', inputs: ['dy', 'theta'], hasChannels: true };
const BY_THETA: Part = {
  ...{ kernel: 'AffineSampleGradTheta', inputs: ['dy', 'image', 'theta'], hasChannels: false },
  byPoints: { op: 'AffineSample', input: 'theta' },
};
const AT_GRID: Part = { kernel: 'GridSample', inputs: ['image', 'grid'], hasChannels: true };
const GRID_BY_IMAGE: Part = { kernel: 'GridSampleGradImage', inputs: ['dy', 'grid'], hasChannels: true };
const BY_GRID: Part = {
  ...{ kernel: 'GridSampleGradGrid', inputs: ['dy', 'image', 'grid'], hasChannels: false },
  byPoints: { op: 'GridSample', input: 'grid' },
};

const PARTS: Readonly<Record<SweepOp, readonly Part[]>> = {
  forward: [FORWARD],
  'forward + theta': [FORWARD, BY_THETA],
  'forward + both': [FORWARD, BY_IMAGE, BY_THETA],
  gridSample: [AT_GRID],
  'grid gradients': [GRID_BY_IMAGE, BY_GRID],
};

const SEED = 1;

/** The kernels of a loaded checkout on one workload's numbers, as tfjs's engine calls them, with their results left there. */
export class KernelBench implements Bench<SweepCell> {
  private readonly tf: Loaded['tf'];
  private readonly core: Loaded['core'];
  private readonly data: DataSet;
  private readonly inputs = new Map<string, Inputs>();
  private readonly calls = new Map<string, (() => TensorInfo)[]>();

  constructor({ tf, core }: Loaded, { workload }: SweepCell) {
    this.tf = tf;
    this.core = core;
    this.data = makeDataSet(workload, SEED);
  }

  /** Channels last, whatever the cell's layout. */
  async check(cell: SweepCell): Promise<NpyArray[]> {
    const { tf } = this;
    const backend = tf.backend();
    return this.callsOf(cell).map((call, k) => {
      const result = call();
      const { dataId, shape } = result;
      const data = Float32Array.from(backend.readSync(dataId) as Float32Array);
      this.dispose(result);
      if (cell.dataFormat === 'NHWC' || !PARTS[cell.op][k].hasChannels) return { shape, data };
      const axes = shape.map((_, axis) => axis);
      const last = tf.tidy(() => tf.transpose(tf.tensor(data, shape), [0, ...axes.slice(2), 1]));
      const channelsLast = { shape: last.shape, data: last.dataSync<'float32'>() };
      last.dispose();
      return channelsLast;
    });
  }

  time(cell: SweepCell): number {
    const calls = this.callsOf(cell);
    const start = performance.now();
    const results = calls.map((call) => call());
    const ms = performance.now() - start;
    for (const result of results) this.dispose(result);
    return ms;
  }

  /** Kernels give back bare data, core's own answers are tensors. */
  private dispose(result: TensorInfo): void {
    if (result instanceof this.tf.Tensor) result.dispose();
    else this.tf.backend().disposeData(result.dataId);
  }

  private callsOf(cell: SweepCell): (() => TensorInfo)[] {
    const known = this.calls.get(cell.name);
    if (known) return known;
    const inputs = this.inputsOf(cell);
    const made = PARTS[cell.op].map((part) => this.callOf(part, cell, inputs));
    this.calls.set(cell.name, made);
    return made;
  }

  private inputsOf({ dataFormat }: SweepCell): Inputs {
    const known = this.inputs.get(dataFormat);
    if (known) return known;
    const { tf, data } = this;
    const plain = ({ data, shape }: NpyArray): Tensor => tf.tensor(data, shape);
    const laidOut = (array: NpyArray): Tensor => {
      const [batch, ...spatial] = array.shape.map((_, axis) => axis);
      const axes = [batch, spatial.length, ...spatial.slice(0, -1)];
      return dataFormat === 'NHWC' ? plain(array) : tf.tidy(() => tf.transpose(plain(array), axes));
    };
    const { theta, grid } = data;
    const inputs = { image: laidOut(data.image), dy: laidOut(data.dy), theta: plain(theta), grid: plain(grid) };
    this.inputs.set(dataFormat, inputs);
    return inputs;
  }

  /**
   * What an op does for this part. Core answers the gradient of nearest by points itself, or runs a kernel, as its version
   * has it: so that is asked of core's own gradient, and everything else of the kernels.
   */
  private callOf({ kernel, inputs: names, byPoints }: Part, cell: SweepCell, inputs: Inputs): () => TensorInfo {
    const { tf } = this;
    const { prefix, attrs } = this.attrsOf(cell, inputs);
    if (byPoints && cell.mode === 'nearest') {
      const gradient = tf.getGradient(prefix + byPoints.op);
      const saved = (gradient.inputsToSave ?? []).map((name) => inputs[name as keyof Inputs]);
      return () => gradient.gradFunc(inputs.dy, saved, attrs)[byPoints.input]();
    }
    const kernelFunc = tf.getKernel(prefix + kernel, tf.getBackend())?.kernelFunc;
    if (!kernelFunc) throw new Error(`No kernel ${kernel}`);
    const mine: NamedTensorMap = Object.fromEntries(names.map((name) => [name, inputs[name]]));
    const all = { ...attrs, imageShape: inputs.image.shape };
    const backend = tf.backend();
    return () => kernelFunc({ inputs: mine, attrs: all, backend }) as TensorInfo;
  }

  /** The attributes that an op gives its kernel in this checkout, and the prefix of the kernels' names in tfjs's registry. */
  private attrsOf(cell: SweepCell, { image, theta, grid }: Inputs): { prefix: string; attrs: NamedAttrMap } {
    const { tf, core } = this;
    const { mode, paddingMode, dataFormat, workload } = cell;
    const options = { mode, paddingMode, dataFormat };
    const fused = PARTS[cell.op].includes(FORWARD);
    const op = fused ? FORWARD.kernel : AT_GRID.kernel;
    const engine = tf.engine();
    const { runKernel } = engine;
    let found: { prefix: string; attrs: NamedAttrMap } | undefined;
    engine.runKernel = (name, inputs, attrs) => {
      if (attrs && name.endsWith(op)) found = { prefix: name.slice(0, -op.length), attrs };
      return runKernel.call(engine, name, inputs, attrs) as never;
    };
    try {
      tf.tidy(() => {
        if (fused) core.affineSample(image, theta, workload.size, options);
        else core.gridSample(image, grid, options);
      });
    } finally {
      engine.runKernel = runKernel;
    }
    if (!found) throw new Error(`${op} runs no kernel`);
    return found;
  }
}
