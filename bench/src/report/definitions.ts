import { LAYERS, type Layer, type Mode } from '../protocol.js';
import type { Results } from '../results.js';

/** What the layers are called in headings. */
export const LAYER_TITLES: Readonly<Record<Layer, string>> = {
  operation: 'Whole operations',
  kernel: 'Kernels alone',
};

const LAYERS_IN_WORDS: Readonly<Record<Layer, string>> = {
  operation: 'as a user calls them, from tensors to data that is read',
  kernel: 'without checks, tape or reading',
};

const MODES_IN_WORDS: Readonly<Record<Mode, string>> = {
  forward: 'crops at boxes',
  'forward+box': 'crops, and the gradient of the boxes',
  'forward+both': 'crops, and the gradients of the boxes and of the images',
  gridSample: 'images sampled at a given grid, without gradients',
};

/** What the names in tables and charts stand for: workloads, modes and layers. */
export function definitions({ workloads }: Results): string {
  return [
    'A workload is a set of images and boxes:',
    list(workloads.map(({ name, title }) => [name, title])),
    'A mode is what is computed:',
    list(Object.entries(MODES_IN_WORDS)),
    'Each is measured in two ways:',
    list(LAYERS.map((layer) => [LAYER_TITLES[layer], LAYERS_IN_WORDS[layer]])),
  ].join('\n\n');
}

function list(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, words]) => `- **${name}**: ${words}`).join('\n');
}
