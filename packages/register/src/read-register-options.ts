import { CropError, describeValue } from '@cropgrad/core/backend';
import { METRICS, type Metric } from './metric.js';
import { MODELS, type Model } from './model.js';
import type { RegisterOptions } from './register-options.js';

/** Options that were checked, with their defaults. */
export type ReadOptions = RegisterOptions & { readonly model: Model; readonly metric: Metric };

const KNOWN: readonly string[] = ['model', 'metric', 'movingMask', 'fixedMask', 'init', 'signal', 'onStep'];

/** Fills in the defaults, and refuses what is no option (`INVALID_OPTION`). */
export function readRegisterOptions(op: string, options: RegisterOptions): ReadOptions {
  const unknown = Object.keys(options).find((key) => !KNOWN.includes(key));
  if (unknown !== undefined) throw refused(`${op}: options`, unknown, KNOWN.join(', '), 'Check the spelling');
  const { model = 'similarity', metric = 'zncc' } = options;
  if (!MODELS.includes(model)) throw refused(`${op}: model`, model, MODELS.join(', '), 'Pass one of these');
  if (!METRICS.includes(metric)) throw refused(`${op}: metric`, metric, METRICS.join(', '), 'Pass one of these');
  return { ...options, model, metric };
}

function refused(what: string, got: unknown, expected: string, next: string): CropError {
  return new CropError('INVALID_OPTION', { what, got: describeValue(got), expected, next });
}
