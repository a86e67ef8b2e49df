import { type Case, coordinatesOf, type NdArray } from './case.js';

/** More numbers than this are not printed. */
const MOST_NUMBERS = 64;

/** A case as the call that it makes, short enough to read: small tensors with their numbers, large ones by shape. */
export function describeCase(c: Case): string {
  const coordinates = `${coordinatesName(c)} ${describeArray(coordinatesOf(c))}`;
  const size = c.op === 'gridSample' ? [] : [`size [${c.size}]`];
  const image = c.op === 'affineGrid' ? [] : [`image ${describeArray(c.image)}`];
  const parts = [...image, coordinates, ...size, describeOptions(c.options), `dy ${describeArray(c.dy)}`];
  return `${c.op}(\n    ${parts.join(',\n    ')})`;
}

/** The shapes and options of a case, on one line. */
export function summarizeCase(c: Case): string {
  const image = c.op === 'affineGrid' ? '' : `image [${c.image.shape}], `;
  const size = c.op === 'gridSample' ? '' : `, size [${c.size}]`;
  return `${c.op}(${image}${coordinatesName(c)} [${coordinatesOf(c).shape}]${size})`;
}

/** An element's place in a tensor: [n,i,j,c]. */
export function placeOf(element: number, shape: readonly number[]): string {
  const place: number[] = [];
  let rest = element;
  for (const length of [...shape].reverse()) {
    place.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return `[${place}]`;
}

function coordinatesName(c: Case): string {
  return c.op === 'gridSample' ? 'grid' : c.op === 'crop' ? 'boxes' : 'theta';
}

/** As JSON, but NaN and infinities are themselves. */
function describeOptions(options: Case['options']): string {
  const parts = Object.entries(options).map(
    ([name, value]) => `"${name}":${typeof value === 'number' ? printed(value) : JSON.stringify(value)}`,
  );
  return `{${parts.join(',')}}`;
}

function describeArray({ shape, data }: NdArray): string {
  return data.length > MOST_NUMBERS ? `[${shape}]` : `[${shape}] = ${Array.from(data, printed).join(' ')}`;
}

function printed(x: number): string {
  return Object.is(x, -0) ? '-0' : String(x);
}
