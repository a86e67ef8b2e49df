import type { KernelBackend } from '@tensorflow/tfjs-core';

/**
 * A tfjs backend to be registered under a second name, in everything the real one but that it cannot be disposed: what is
 * read and written through it is the real one's, and methods run on the real one, so that private fields are there.
 */
export function lentBackend<B extends KernelBackend>(real: B): B {
  const methods = new WeakMap<object, unknown>();
  const lent: B = new Proxy(real, {
    get(_, key) {
      if (key === 'dispose') return () => {};
      const value: unknown = Reflect.get(real, key);
      if (typeof value !== 'function') return value;
      const method = methods.get(value) ?? new Proxy(value, { apply: onReal });
      methods.set(value, method);
      return method;
    },
    set: (_, key, value) => Reflect.set(real, key, value),
  });

  function onReal(method: (...args: unknown[]) => unknown, receiver: unknown, args: unknown[]): unknown {
    return Reflect.apply(method, receiver === lent ? real : receiver, args);
  }
  return lent;
}
