import { createContentLoader } from 'vitepress';

/** A page of the gallery, as its front matter describes it. */
export interface Entry {
  name: string;
  title: string;
  /** One sentence. */
  description: string;
  /** From the base of the site. */
  url: string;
  /** The guides that it shows something of, e.g. `antialias`. */
  guides: readonly string[];
}

declare const data: readonly Entry[];

export { data };

export default createContentLoader<readonly Entry[]>('gallery/*.md', {
  transform: (pages) =>
    pages
      .filter(({ frontmatter }) => frontmatter.order !== undefined)
      .sort((a, b) => a.frontmatter.order - b.frontmatter.order)
      .map(({ url, frontmatter: { title, description, guides } }) => ({
        name: url.slice(url.lastIndexOf('/') + 1).replace(/\.html$/, ''),
        title,
        description,
        url,
        guides,
      })),
});
