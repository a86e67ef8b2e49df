import type { KernelBackend, Tensor } from '@tensorflow/tfjs-core';
import { makeDataSet } from '../data-set.js';
import { waitForGL } from '../gpujs/wait-for-gl.js';
import type { NpyArray } from '../npy.js';
import type { Bench } from './bench.js';
import type { Cell } from './cells.js';
import type { Loaded } from './checkout.js';

const SEED = 1;

/** One workload's numbers on the backend of a loaded checkout; the same ones on every checkout. */
export class Workbench implements Bench<Cell> {
  private readonly tf: Loaded['tf'];
  private readonly core: Loaded['core'];
  private readonly image: Tensor;
  private readonly dy: Tensor;
  private readonly points: Record<Cell['op'], Tensor>;

  constructor({ tf, core }: Loaded, { workload, dataFormat }: Cell) {
    const { image, dy, boxes, theta, grid } = makeDataSet(workload, SEED);
    const plain = ({ data, shape }: NpyArray): Tensor => tf.tensor(data, shape);
    const laidOut = (array: NpyArray): Tensor =>
      dataFormat === 'NHWC' ? plain(array) : tf.tidy(() => tf.transpose(plain(array), [0, 3, 1, 2]));
    this.tf = tf;
    this.core = core;
    this.image = laidOut(image);
    this.dy = laidOut(dy);
    this.points = { crop: plain(boxes), affineSample: plain(theta), gridSample: plain(grid) };
  }

  async check(cell: Cell): Promise<NpyArray[]> {
    const { result } = this.run(cell);
    const data = await result.data<'float32'>();
    result.dispose();
    return [{ shape: result.shape, data }];
  }

  time(cell: Cell): number {
    const { result, ms } = this.run(cell);
    result.dispose();
    return ms;
  }

  /** Runs a cell once: its result, and the milliseconds. The clock of a gradient starts when its forward pass has ended. */
  private run(cell: Cell): { result: Tensor; ms: number } {
    const { tf, image, dy } = this;
    const points = this.points[cell.op];
    let start = performance.now();
    const startAfter = (crops: Tensor): Tensor => {
      this.wait();
      start = performance.now();
      return crops;
    };
    const passes: Record<Cell['pass'], () => Tensor> = {
      forward: () => this.sample(cell, image, points),
      'by image': () => tf.grad((i) => startAfter(this.sample(cell, i, points)))(image, dy),
      'by points': () => tf.grad((at) => startAfter(this.sample(cell, image, at)))(points, dy),
    };
    const result = passes[cell.pass]();
    this.wait();
    return { result, ms: performance.now() - start };
  }

  private sample({ op, mode, paddingMode, dataFormat, workload }: Cell, image: Tensor, points: Tensor): Tensor {
    const { crop, affineSample, gridSample } = this.core;
    const options = { mode, paddingMode, dataFormat };
    switch (op) {
      case 'crop':
        return crop(image, points, workload.size, options);
      case 'affineSample':
        return affineSample(image, points, workload.size, options);
      case 'gridSample':
        return gridSample(image, points, options);
    }
  }

  /** Waits until a GPU has computed everything; other backends answer when they are done. */
  private wait(): void {
    const backend: KernelBackend & { device?: { gl?: WebGLRenderingContext } } = this.tf.backend();
    waitForGL(backend.device?.gl);
  }
}
