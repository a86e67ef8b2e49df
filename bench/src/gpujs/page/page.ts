/** The page that measures in a browser: it reads the plan and the data sets beside it, and reports to who opened it. */
import { parse } from 'npyjs';
import type { DataSet } from '../../data-set.js';
import type { NpyArray } from '../../npy.js';
import { measurePlace, type PlaceResults } from '../measure-place.js';
import type { PlacePlan } from '../plan.js';

declare global {
  /** What the one who opened the page gives it. */
  function onProgress(doing: string): void;
  function onResults(results: PlaceResults): void;
  function onFailure(reason: string): void;
}

try {
  const plan: PlacePlan = await (await fetch('data/plan.json')).json();
  onResults(await measurePlace(plan, loadDataSet, onProgress));
} catch (error) {
  onFailure(error instanceof Error ? String(error.stack) : String(error));
}

async function loadDataSet(name: string): Promise<DataSet> {
  const folder = `data/${name}`;
  const [image, boxes, theta, grid, dy] = await Promise.all(
    ['image', 'boxes', 'theta', 'grid', 'dy'].map((array) => loadNpy(`${folder}/${array}.npy`)),
  );
  const workload = await (await fetch(`${folder}/workload.json`)).json();
  return { workload, image, boxes, theta, grid, dy };
}

async function loadNpy(url: string): Promise<NpyArray> {
  const { data, shape } = parse(await (await fetch(url)).arrayBuffer());
  if (!(data instanceof Float32Array)) throw new Error(`${url} is not float32`);
  return { data, shape };
}
