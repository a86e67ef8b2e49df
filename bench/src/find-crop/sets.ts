import type { CaseSet } from './cases.js';

/** What is measured, each with a seed of its own. */
export const SETS: readonly CaseSet[] = [
  { name: 'box', model: 'box', enlarged: false, wrongPhoto: false, count: 200 },
  { name: 'turned by up to 10°', model: 'rotatedBox', enlarged: false, wrongPhoto: false, count: 200 },
  { name: 'box, wrong photo', model: 'box', enlarged: false, wrongPhoto: true, count: 100 },
  { name: 'turned, wrong photo', model: 'rotatedBox', enlarged: false, wrongPhoto: true, count: 100 },
  { name: 'turned, enlarged up to 3 ×', model: 'rotatedBox', enlarged: true, wrongPhoto: false, count: 60 },
  { name: 'turned, enlarged, wrong photo', model: 'rotatedBox', enlarged: true, wrongPhoto: true, count: 40 },
];
