import { CropError, describeValue } from '@cropgrad/core/backend';
import type { FindRules } from './find-place.js';
import { FIND_MODELS, type FindOptions } from './found-crop.js';

/** The options with their defaults (`INVALID_OPTION`). */
export function readFindOptions(op: string, options: FindOptions): FindRules {
  const { model = FIND_MODELS[0], enlarged = false, signal, onStep, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw refused(op, 'options', unknown, 'model, enlarged, signal, onStep');
  if (!FIND_MODELS.includes(model)) throw refused(op, 'model', model, FIND_MODELS.join(' or '));
  if (typeof enlarged !== 'boolean') throw refused(op, 'enlarged', enlarged, 'true or false');
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw refused(op, 'signal', signal, 'an AbortSignal');
  if (onStep !== undefined && typeof onStep !== 'function') throw refused(op, 'onStep', onStep, 'a function');
  return { model, enlarged, signal, onStep };
}

function refused(op: string, name: string, got: unknown, expected: string): CropError {
  const parts = { what: `${op}: ${name}`, got: describeValue(got), expected };
  return new CropError('INVALID_OPTION', { ...parts, next: 'See FindOptions' });
}
