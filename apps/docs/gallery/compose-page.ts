/** Where a page of the gallery gets what it names. Each gives a `data:` URL, since such a page asks no network. */
export interface PageFiles {
  /** The file of `@cropgrad/bundle` with this name, e.g. `cpu`. */
  module(name: string): Promise<string>;
  /** A photo by its path in the code, e.g. `photos/rocket.webp`. */
  photo(path: string): Promise<string>;
}

/**
 * The file of `@cropgrad/bundle` with a name, as a URL that stands in JSON and in a script. It tells stacks what it is called, as
 * these would have the whole URL in every line; where its source map is, such a page cannot ask.
 */
export function moduleUrl(name: string, code: string): string {
  const named = code.replace(/\/\/# sourceMappingURL=.*\s*$/, `//# sourceURL=cropgrad-bundle-${name}.js`);
  return `data:text/javascript;charset=utf-8,${named.replace(/[%#<"\\\t\r\n]/g, encodeURIComponent)}`;
}

/**
 * Makes a page of the gallery whole: photos and modules are put into it. Every line keeps its number, as what is added has no
 * line break.
 */
export async function composePage(source: string, files: PageFiles): Promise<string> {
  const names = new Set([...source.matchAll(/['"]@cropgrad\/bundle\/(\w+)['"]/g)].map(([, name]) => name));
  const modules = [...names].map(async (name) => [`@cropgrad/bundle/${name}`, await files.module(name)]);
  const imports = Object.fromEntries(await Promise.all(modules));
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  const withPhotos = await replaced(source, /(?<=\bsrc=")photos\/[\w./-]+(?=")/g, (path) => files.photo(path));
  // A browser looks for the encoding in the first kilobyte, so that comes before.
  const place = withPhotos.match(/<meta charset[^>]*>/i) ?? withPhotos.match(/<!doctype[^>]*>/i);
  const end = place?.index === undefined ? 0 : place.index + place[0].length;
  return withPhotos.slice(0, end) + map + withPhotos.slice(end);
}

/** Text with each match replaced by what is promised for it. */
async function replaced(text: string, pattern: RegExp, by: (match: string) => Promise<string>): Promise<string> {
  const found = [...new Set(text.match(pattern))];
  const results = new Map(await Promise.all(found.map(async (match) => [match, await by(match)] as const)));
  return text.replace(pattern, (match) => results.get(match) ?? match);
}
