import { repository } from '../site.js';

/**
 * An example's README as a page of the site: links to files of the repository lead there, and the file that a block of
 * code is from, which GitHub does not show either, stands above it as a link.
 */
export function tutorial(readme: string, path: string): string {
  const base = new URL(`${repository}/blob/main/${path}`);
  return readme
    .replace(/\]\((\.\.?\/[^)]*)\)/g, (_, link: string) => `](${new URL(link, base).href})`)
    .replace(
      /^```(ts|js|json|diff) (\S+)$/gm,
      (_, language, file) =>
        `<p class="file-name"><a href="${new URL(file, base).href}">${file}</a></p>\n\n\`\`\`${language}`,
    );
}
