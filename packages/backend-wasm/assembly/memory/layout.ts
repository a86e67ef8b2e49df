import { Problem } from './problem';
import { takeStruct } from './scratch';

/** Where each element of a batch of images or volumes is: the lengths of its axes, and how far apart their entries. */
@unmanaged
export class Layout {
  batch: i32;
  channels: i32;
  /** 1 for images. */
  depth: i32;
  height: i32;
  width: i32;
  batchStride: i32;
  channelStride: i32;
  zStride: i32;
  yStride: i32;
  xStride: i32;

  /** Values that lie together at each pixel: all channels in NHWC, one in NCHW, where the others are other planes. */
  @inline
  get inner(): i32 {
    return this.xStride;
  }

  @inline
  get planes(): i32 {
    return this.channels / this.xStride;
  }
}

/** The layout of the images. */
export function imageLayout(problem: Problem): Layout {
  return createLayout(problem, problem.images, problem.imageDepth, problem.imageHeight, problem.imageWidth);
}

/** The layout of the crops, and of their gradient. */
export function cropLayout(problem: Problem): Layout {
  return createLayout(problem, problem.crops, problem.depth, problem.height, problem.width);
}

function createLayout(problem: Problem, batch: i32, depth: i32, height: i32, width: i32): Layout {
  const layout = takeStruct<Layout>();
  const channels = problem.channels;
  const channelsLast = problem.channelsLast !== 0;
  layout.batch = batch;
  layout.channels = channels;
  layout.depth = depth;
  layout.height = height;
  layout.width = width;
  layout.batchStride = channels * depth * height * width;
  layout.channelStride = channelsLast ? 1 : depth * height * width;
  layout.xStride = channelsLast ? channels : 1;
  layout.yStride = width * layout.xStride;
  layout.zStride = height * layout.yStride;
  return layout;
}
