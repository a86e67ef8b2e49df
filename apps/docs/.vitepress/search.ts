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

/** Pages for authors of backends, which name every function often. */
const FOR_AUTHORS = /^api\/@cropgrad\/(core\/backend|conformance|backend-cpu\/kernels)/;

/** Leaves out what would hide what is looked for: all but the beginning of pages for authors, and what stands elsewhere, too. */
function worthFinding(path: string, html: string): string {
  if (!path.startsWith('api/')) return html;
  if (FOR_AUTHORS.test(path)) return html.replace(/<h2[\s\S]*/, '');
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
