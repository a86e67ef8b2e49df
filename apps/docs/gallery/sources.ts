/// <reference types="vite/client" />

/** The code of each page of the gallery, loaded when it is asked for, by its name. */
const sources = import.meta.glob<string>('./demos/*.html', { query: '?raw', import: 'default' });

/** The code of a page of the gallery. */
export function readSource(name: string): Promise<string> {
  return sources[`./demos/${name}.html`]();
}
