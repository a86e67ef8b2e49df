import { repository } from '../site.js';

/**
 * An example's README as a page of the site: links to files of the repository lead there, and the file that a block of
 * code is from, which GitHub does not show either, stands above it.
 */
export function tutorial(readme: string, folder: string): string {
  const base = new URL(`${repository}/blob/main/${folder}/`);
  return readme
    .replace(/\]\((\.\.?\/[^)]*)\)/g, (_, path: string) => `](${new URL(path, base).href})`)
    .replace(
      /^```(ts|js|json|diff) (\S+)$/gm,
      (_, language, file) => `<p class="file-name">${file}</p>\n\n\`\`\`${language}`,
    );
}
