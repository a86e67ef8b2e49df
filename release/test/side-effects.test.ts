import { expect, it } from 'vitest';
import { actingModules } from '../src/side-effects-of.js';

/** Which of the modules act. */
function acting(modules: Readonly<Record<string, string>>): string[] {
  return actingModules(new Map(Object.entries(modules)));
}

it('a module acts when it calls something, or imports a module for what that does', () => {
  expect(acting({ 'a.ts': 'register();', 'b.ts': "import 'other';", 'c.ts': 'if (x) throw x;' })).toEqual([
    'a.ts',
    'b.ts',
    'c.ts',
  ]);
});

it('a module that only declares does not act', () => {
  const declares =
    "import { x } from 'x';\nexport const a = x(1);\nexport function b() { register(); }\nexport class C {}";
  expect(acting({ 'a.ts': declares, 'b.ts': "export * from './a.js';" })).toEqual([]);
});

it('a module acts that loads one that does, and not by its types alone', () => {
  const index = "export { Layer } from './layers/layer.js';";
  const types = "export type { Layer } from './layers/layer.js';\nimport type { A } from './layers/layer.js';";
  const modules = { 'index.ts': index, 'types.ts': types, 'top.ts': "import { Layer } from './index.js';" };
  expect(acting({ ...modules, 'layers/layer.ts': 'export class Layer {}\nregister(Layer);' })).toEqual([
    'index.ts',
    'layers/layer.ts',
    'top.ts',
  ]);
});
