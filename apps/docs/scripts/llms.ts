import { existsSync, readFileSync } from 'node:fs';
import type { DefaultTheme } from 'vitepress';
import { address, packages, repository } from '../site.js';
import { firstSentence } from './first-sentence.js';

const docs = new URL('../', import.meta.url);

/** A group of the sidebar: what is listed under its name. */
type Group = Pick<DefaultTheme.SidebarItem, 'text' | 'items'>;

/**
 * The text of llms.txt, which programming assistants read (llmstxt.org): what the project is, the API on one page, each page of
 * the sidebar with its first sentence, and the packages.
 */
export function llmsText(description: string, sidebar: readonly Group[]): string {
  const { description: core } = packages[0];
  return `${[
    '# cropgrad',
    `> ${description}`,
    `${core}. Functions are in \`@cropgrad/core\`; a backend, such as \`@cropgrad/backend-cpu\`, has the kernels. Boxes are (x, y, x2, y2) in [-1, 1].`,
    `- [The API on one page](${new URL('skill.txt', address)}): conventions, runnable snippets, pitfalls, every function and every error code.`,
    ...sidebar.map(({ text = '', items = [] }) => section(text, items.map(pageLine))),
    section('Packages', packages.map(packageLine)),
  ].join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return `## ${title}\n\n${lines.join('\n')}`;
}

function pageLine({ text = '', link = '' }: DefaultTheme.SidebarItem): string {
  const opening = openingOf(link);
  const target = new URL(link.endsWith('/') ? link.slice(1) : `${link.slice(1)}.html`, address);
  return `- [${text}](${target})${opening === '' ? '' : `: ${opening}`}`;
}

function packageLine({ folder, name, description }: (typeof packages)[number]): string {
  return `- [${name}](${repository}/blob/main/packages/${folder}/README.md): ${description}`;
}

/** The description in a page's head, or else the first sentence of its text; nothing where there is only a component. */
function openingOf(link: string): string {
  const file = new URL(link.endsWith('/') ? `.${link}index.md` : `.${link}.md`, docs);
  if (!existsSync(file)) return '';
  const page = readFileSync(file, 'utf8');
  const [head = ''] = page.match(/^---\n[\s\S]*?\n---\n/) ?? [];
  const [, description] = head.match(/^description: (.+)$/m) ?? [];
  if (description) return description;
  // A page that is another file as a whole is read there.
  const [, whole] = page.match(/^<!--@include: (\S+)-->\s*$/) ?? [];
  const text = whole === undefined ? page.slice(head.length) : readFileSync(new URL(whole, file), 'utf8');
  const paragraph = text
    .replaceAll(/^<script[\s\S]*?^<\/script>$/gm, '')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .find((block) => /^[\w`*_[@]/.test(block) && !block.startsWith('```'));
  return paragraph ? firstSentence(paragraph, '.?') : '';
}
