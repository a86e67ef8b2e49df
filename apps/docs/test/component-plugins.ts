import { compile } from 'svelte/compiler';
import { type Plugin, transformWithOxc } from 'vite';
import { compileScript, parse } from 'vue/compiler-sfc';

/** Compiles a guide's `.vue` and `.svelte` files, with those frameworks' own compilers, and fails on their warnings. */
export const componentPlugins: readonly Plugin[] = [
  {
    name: 'vue',
    async transform(code, id) {
      if (!id.endsWith('.vue')) return;
      const { descriptor, errors } = parse(code);
      if (errors.length > 0) throw new Error(errors.join('\n'));
      const { content } = compileScript(descriptor, { id, inlineTemplate: true });
      return transformWithOxc(content, `${id}.ts`);
    },
  },
  {
    name: 'svelte',
    transform(code, id) {
      if (!id.endsWith('.svelte')) return;
      const { js, warnings } = compile(code, { generate: 'client', filename: id });
      if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'));
      return { code: js.code };
    },
  },
];
