import { javascriptPeer, type Peer, pythonPeer } from './peer.js';

const local = (file: string): URL => new URL(file, import.meta.url);

/** The peer that ratios refer to. */
export const BASELINE = 'PyTorch';

/** The peer that all others must agree with: it computes in float64, and is always there. */
export const REFERENCE = 'cropgrad cpu';

/** cropgrad and everyone it is measured against, in the order of the table's columns. */
export const PEERS: readonly Peer[] = [
  {
    name: 'cropgrad cpu',
    command: javascriptPeer(local('./cropgrad.ts'), 'cpu', 'NHWC'),
    threaded: false,
    antialiases: true,
    inSweep: true,
  },
  {
    name: 'cropgrad wasm',
    command: javascriptPeer(local('./cropgrad.ts'), 'wasm', 'NHWC'),
    threaded: false,
    antialiases: true,
    inSweep: true,
  },
  {
    name: 'cropgrad cpu, NCHW',
    command: javascriptPeer(local('./cropgrad.ts'), 'cpu', 'NCHW'),
    threaded: false,
    workloads: ['seed'],
  },
  {
    name: 'cropgrad wasm, NCHW',
    command: javascriptPeer(local('./cropgrad.ts'), 'wasm', 'NCHW'),
    threaded: false,
    workloads: ['seed'],
  },
  { name: 'PyTorch', command: pythonPeer('pytorch'), threaded: true, antialiases: true, inSweep: true },
  {
    name: 'OpenCV',
    command: pythonPeer('opencv'),
    threaded: true,
    approximation: {
      note: 'may round coordinates to 1/32 pixel (fixed point); version 5 does so beyond 4 channels',
      pixels: 1 / 64,
    },
  },
  {
    name: 'Pillow',
    command: pythonPeer('pillow_peer'),
    threaded: false,
    antialiases: true,
    workloads: ['shrunk'],
  },
  { name: 'PyTorch, separable', command: pythonPeer('separable'), threaded: true },
  {
    name: 'Kornia',
    command: pythonPeer('kornia_peer'),
    threaded: true,
    approximation: { note: 'solves for its matrix in float32', pixels: 1 / 64 },
  },
  { name: 'JAX', command: pythonPeer('jax_peer', 'CROPGRAD_JAX_PYTHON'), threaded: true },
  { name: 'ONNX Runtime Web', command: javascriptPeer(local('./onnx-runtime.ts')), threaded: true },
  ...(['cpu', 'wasm'] as const).flatMap((backend): Peer[] => [
    {
      name: `tfjs cropAndResize, ${backend}`,
      command: javascriptPeer(local('./tfjs-crop-and-resize.ts'), backend),
      threaded: false,
      approximation: {
        note: 'reads nothing of a pixel once the sample is beyond its centre: compared on samples between centres',
        insideOnly: true,
      },
    },
    {
      name: `tfjs composition, ${backend}`,
      command: javascriptPeer(local('./tfjs-composition.ts'), backend),
      threaded: false,
      tooSlowFor: ['many'],
    },
  ]),
  { name: 'copy of the output', command: javascriptPeer(local('./copy.ts')), threaded: false, antialiases: true },
];
