import type { DefaultTheme } from 'vitepress';
import { searchWords } from './search-words.js';

/**
 * The search. Words for a page are a section of their own in the index, which leads to the top of the page and is not shown there: as it
 * is short, it comes before long ones. All of this is done when the index is made, as functions in a page would need eval.
 */
export const search: NonNullable<DefaultTheme.Config['search']> = {
  provider: 'local',
  options: {
    _render: (source, env, markdown) => {
      const { relativePath: path } = env;
      const html = worthFinding(path, markdown.render(source, env));
      const words = [searchWords[path], wordsOf(path)].filter(Boolean).join(' ');
      const [, title] = html.match(/<h1[^>]*>(.*?) <a /) ?? [];
      return title && words ? `${html}\n<h1>${title} <a href="#"></a></h1>\n<p>${words}</p>` : html;
    },
  },
};

/** Functions that are named as those of core: their module is found. */
const NAMESAKES = /^api\/@cropgrad\/backend-cpu\/kernels\//;

/** Pages that name every function often: those for authors of backends, and those of results. They are found by their beginnings. */
const NAMES_ALL = [
  /^api\/@cropgrad\/(core\/backend|conformance|backend-cpu\/kernels)/,
  /^(compatibility|benchmarks|who-samples-right)\.md$/,
];

/** Leaves out what would hide what is looked for, and what stands elsewhere, too. */
function worthFinding(path: string, html: string): string {
  if (NAMESAKES.test(path)) return '';
  if (NAMES_ALL.some((names) => names.test(path))) return html.replace(/<h2[\s\S]*/, '');
  if (!path.startsWith('api/')) return html;
  return html
    .replace(/<h2(?! id="types")[\s\S]*(?=<h2 id="types")/, '') // the members of a module have pages
    .replace(/<h3 id="\w+(?:options|args)"[\s\S]*?(?=<h[1-3] |$)/g, (options) =>
      // What has anchors is at home.
      options.includes('<a id=') ? options : '',
    );
}

/** `gridSample` is a word, and two: for those who write grid_sample. */
function wordsOf(path: string): string {
  const [, name] = path.match(/^api\/@cropgrad\/(?:core|drop-in|layers|register|arrays)\/([a-z]\w*)\.md$/) ?? [];
  return name && name !== 'backend' ? `${name} ${name.replaceAll(/[A-Z]/g, ' $&').toLowerCase()}` : '';
}
