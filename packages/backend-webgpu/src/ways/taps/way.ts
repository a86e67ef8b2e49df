import type { Way } from '../way.js';
import { gatherKernel } from './gather.js';
import { scatterKernel } from './scatter.js';
import { slopeKernel } from './slope.js';

/** The way of all points: their taps are multiplied out. */
export const TAPS: Way = { gather: gatherKernel, scatter: scatterKernel, slope: slopeKernel };
