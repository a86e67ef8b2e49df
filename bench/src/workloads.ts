/** What is measured: the shapes of images and crops. The values come from {@link makeDataSet}. */
export interface Workload {
  name: string;
  /** In words, for the report. */
  title: string;
  /** How many images there are: one per crop, or one that serves every crop. */
  images: number;
  channels: number;
  /** [H,W] or [D,H,W]. */
  imageSize: readonly number[];
  crops: number;
  /** [h,w] or [d,h,w]. */
  size: readonly number[];
  /** Turns every box by this angle; it is then given as a theta. */
  degrees?: number;
  /** The whole image, antialiased, for the peers that do that. */
  antialias?: true;
}

const SEED: Workload = {
  name: 'seed',
  title: '16 images 3 × 224 × 224 → 112 × 112, one box each',
  images: 16,
  channels: 3,
  imageSize: [224, 224],
  crops: 16,
  size: [112, 112],
};

/** The six workloads of the published results. */
export const WORKLOADS: readonly Workload[] = [
  SEED,
  {
    name: 'photo',
    title: 'one 1080 × 1920 photo → one 224 × 224 crop',
    images: 1,
    channels: 3,
    imageSize: [1080, 1920],
    crops: 1,
    size: [224, 224],
  },
  {
    name: 'many',
    title: '64 boxes of one 1080 × 1920 photo → 224 × 224',
    images: 1,
    channels: 3,
    imageSize: [1080, 1920],
    crops: 64,
    size: [224, 224],
  },
  {
    name: 'features',
    title: '8 maps of 64 × 56 × 56 → 28 × 28',
    images: 8,
    channels: 64,
    imageSize: [56, 56],
    crops: 8,
    size: [28, 28],
  },
  { ...SEED, name: 'rotated', title: 'seed with boxes turned by 30°', degrees: 30 },
  {
    name: 'volume',
    title: '2 volumes of 64 × 64 × 64 × 2 → 32 × 32 × 32',
    images: 2,
    channels: 2,
    imageSize: [64, 64, 64],
    crops: 2,
    size: [32, 32, 32],
  },
];

/** What is filtered over all pixels that an output covers: peers other than those of {@link WORKLOADS} do that. */
export const ANTIALIASED: readonly Workload[] = [
  {
    name: 'shrunk',
    title: 'one whole 1080 × 1920 photo → 224 × 224, antialiased',
    images: 1,
    channels: 3,
    imageSize: [1080, 1920],
    crops: 1,
    size: [224, 224],
    antialias: true,
  },
];

/** One image, and ever larger or ever more crops of it: how the cost grows, and what a small call costs. */
export const SWEEPS: Readonly<Record<'size' | 'boxes', readonly Workload[]>> = {
  size: [8, 16, 32, 64, 128, 256, 512, 1024].map((length) => sweepPoint(1, length)),
  boxes: [1, 2, 4, 8, 16, 32, 64, 128, 256].map((crops) => sweepPoint(crops, 32)),
};

function sweepPoint(crops: number, length: number): Workload {
  const title = `one image 3 × 224 × 224 → ${crops} × ${length} × ${length}`;
  const name = `sweep-${crops}-${length}`;
  return { name, title, images: 1, channels: 3, imageSize: [224, 224], crops, size: [length, length] };
}
