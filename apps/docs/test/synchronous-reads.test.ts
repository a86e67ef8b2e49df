import { describe, expect, it } from 'vitest';
import { type Exception, shownCode, synchronousReads } from './synchronous-reads.js';

const ON_THE_HOST = "a kernel on tfjs's cpu backend, whose numbers are on the host";
const ON_CPU = 'a page of the single-file build that has cpu alone, whose numbers are on the host';
const TIMED = 'times what is read at once, on tfjs backends in Node that can';

/** Where code may read synchronously, and why. */
const EXCEPTIONS: readonly Exception[] = [
  { place: 'examples/custom-backend/README.md', reason: ON_THE_HOST },
  { place: 'examples/custom-backend/src/tensors.ts', reason: ON_THE_HOST },
  { place: 'apps/docs/gallery/demos/align-two-photos.html', reason: ON_CPU },
  { place: 'apps/docs/gallery/demos/find-my-thumbnail.html', reason: ON_CPU },
  { place: 'apps/docs/gallery/demos/live-video.html', reason: ON_CPU },
  { place: 'apps/docs/gallery/demos/stabilise.html', reason: ON_CPU },
  { place: 'apps/docs/gallery/demos/straighten-a-page.html', reason: ON_CPU },
  { place: 'bench/src/peers/cropgrad.ts', reason: TIMED },
  { place: 'bench/src/peers/tensors.ts', reason: TIMED },
  { place: 'bench/src/peers/tfjs-crop-and-resize.ts', reason: TIMED },
  { place: 'bench/src/sweep/kernel-bench.ts', reason: TIMED },
];

describe('code that people copy reads with await data(), which every backend has', () => {
  const shown = shownCode();

  it('in guides, READMEs, examples, the playground, the gallery and the benchmarks', () => {
    expect(synchronousReads(shown).sort()).toEqual(EXCEPTIONS.map(({ place }) => place).sort());
  });

  it('and all of these are looked at', () => {
    const places = shown.map(({ place }) => place);
    for (const place of [
      'README.md',
      'packages/core/README.md',
      'examples/find-the-crop/src/search.ts',
      'examples/next-crop/app/crop-panel.tsx',
      'examples/spatial-transformer/README.md',
      'apps/docs/index.md',
      'apps/docs/guide/coordinates.md',
      'apps/docs/guide/import-map.html',
      'apps/docs/playground/PhotoStage.vue',
      'apps/docs/gallery/demos/antialias.html',
      'apps/docs/playground/worker/numbers-of.ts',
      'apps/docs/drawings/sample-row.ts',
      'bench/src/against/worker.ts',
    ]) {
      expect(places).toContain(place);
    }
  });

  it.each(['x.dataSync()', "x.dataSync<'float32'>()", 'y\n  .arraySync()', 'backend.readSync(id)'])(
    'finds %j',
    (text) => {
      expect(synchronousReads([{ place: 'a.ts', text }])).toEqual(['a.ts']);
    },
  );

  it.each(['await x.data()', 'readFileSync(file)', 'fs.readSyncs(id)', '// not dataSync'])('passes %j', (text) => {
    expect(synchronousReads([{ place: 'a.ts', text }])).toEqual([]);
  });
});
