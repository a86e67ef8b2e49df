import { readdir, readFile } from 'node:fs/promises';
import type { Capabilities } from '@cropgrad/core/backend';

/** What conformance.js keeps of a run of the suite. */
export interface ConformanceReport {
  package: string;
  version: string;
  /** E.g. Node 20.20.2, or Chromium 156 and what draws there. */
  where: string;
  tfBackend: string;
  capabilities: Capabilities;
  runs: number;
  /** Why there were fewer runs than usual. */
  note?: string;
  seed: number;
  passed: number;
  failed: number;
  cells: ReportedCell[];
  /** Check id → 'pass', 'fail' or 'not declared'. */
  checks: Record<string, string>;
}

/** A function with all its options: how its checks went, and their largest error. */
export interface ReportedCell {
  op: string;
  /** Left out for affineGrid, as is the padding. */
  mode?: string;
  paddingMode?: string;
  alignCorners: boolean;
  dimensions: number;
  status: string;
  error?: number;
}

const folder = new URL('../conformance/', import.meta.url);

/** The committed report of every backend. */
export async function readConformance(): Promise<ConformanceReport[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'))));
}
