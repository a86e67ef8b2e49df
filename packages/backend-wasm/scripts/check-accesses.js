import binaryen from 'assemblyscript/binaryen';

/** How many bytes an instruction reads or writes, by what its name says; a vector's by default. */
const WIDTHS = [
  [/^(i32|f32)\.(load|store)$/, 4],
  [/^(i64|f64)\.(load|store)$/, 8],
  [/^v128\.(load|store)$/, 16],
  [/^v128\.load(8x8|16x4|32x2)_[su]$/, 8],
  [/(load|store)8(_[su]|_splat|_lane)?$/, 1],
  [/(load|store)16(_[su]|_splat|_lane)?$/, 2],
  [/(load|store)32(_[su]|_splat|_lane|_zero)?$/, 4],
  [/(load|store)64(_splat|_lane|_zero)?$/, 8],
];

const IMPORTS = `
  (import "checked" "reads" (func $checked.reads (param i32 i32 i32) (result i32)))
  (import "checked" "writes" (func $checked.writes (param i32 i32 i32) (result i32)))
  (import "checked" "fill" (func $checked.fill (param i32 i32 i32)))
  (import "checked" "copy" (func $checked.copy (param i32 i32 i32)))`;

/**
 * The same module, which tells its host each access to memory before it makes it: `reads` and `writes` get an address,
 * its static offset and a number of bytes, and answer the address. What `fill` and `copy` do is left to the host whole,
 * with the operands of memory.fill and memory.copy. Binaryen's own pass, instrument-memory, misses most of SIMD.
 */
export function checkAccesses(binary) {
  const module = binaryen.readBinary(binary);
  const tree = parse(module.emitText());
  module.dispose();
  const text = print(instrument(tree)).replace(/^\(module/, `(module${IMPORTS}`);
  const checked = binaryen.parseText(text);
  checked.setFeatures(binaryen.Features.All);
  if (!checked.validate()) throw new Error('the checked module is not valid');
  const bytes = checked.emitBinary();
  checked.dispose();
  return bytes;
}

/** A text as lists of words and lists. */
function parse(text) {
  const stack = [[]];
  for (const [word] of text.replace(/;;.*/g, '').matchAll(/"[^"]*"|[()]|[^\s()"]+/g)) {
    if (word === '(') stack.push([]);
    else if (word === ')') stack.at(-2).push(stack.pop());
    else stack.at(-1).push(word);
  }
  return stack[0][0];
}

function print(tree) {
  return typeof tree === 'string' ? tree : `(${tree.map(print).join(' ')})`;
}

function instrument(tree) {
  if (typeof tree === 'string') return tree;
  const [name, ...rest] = tree.map(instrument);
  if (name === 'memory.fill' || name === 'memory.copy') return ['call', `$checked.${name.slice(7)}`, ...rest];
  if (!/\.(load|store)|^memory\.|\.atomic\./.test(name)) return [name, ...rest];
  const width = WIDTHS.find(([names]) => names.test(name))?.[1];
  if (width === undefined) throw new Error(`${name} has no check`);
  const offset = rest.find((word) => typeof word === 'string' && word.startsWith('offset='))?.slice(7) ?? '0';
  const address = rest.findIndex((word) => typeof word !== 'string');
  const check = name.includes('.store') ? '$checked.writes' : '$checked.reads';
  return [name, ...rest.with(address, ['call', check, rest[address], i32(offset), i32(width)])];
}

function i32(value) {
  return ['i32.const', String(value)];
}
