export function create(): never {
  throw Symbol('no');
}
