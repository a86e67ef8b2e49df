import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the workspace. */
export const root: string = fileURLToPath(new URL('../../..', import.meta.url));

/** One or more `ts` blocks of a page that run together, and what the page says that they print. */
export interface Program {
  /** The page, from the root of the workspace, and the line of the first block. */
  page: string;
  line: number;
  /** Every block on the lines that it has in the page, so that the compiler's messages name those. */
  code: string;
  printed: string;
  /** Why it is compiled but not run. */
  compiledOnly?: string;
}

const FENCE = /^```(\w+)(.*)\n([\s\S]*?)^```$/gm;

/** The packages whose doc comments have examples. */
const WITH_EXAMPLES = ['core', 'drop-in', 'layers', 'register', 'arrays'];

/** The sources whose doc comments have examples. No program before them sets a backend: theirs is the one that they import. */
export function exampleSources(): string[] {
  return WITH_EXAMPLES.flatMap((name) => {
    const files = readdirSync(join(root, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => file.endsWith('.ts')).map((file) => `packages/${name}/src/${file}`);
    return sources.filter((source) => readFileSync(join(root, source), 'utf8').includes('* @example')).sort();
  });
}

/** The READMEs of the workspace's packages, the skill, and the pages of the site, without those that are generated. */
export function pages(): string[] {
  const readmes = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`);
  const site = readdirSync(join(root, 'apps/docs'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ name }) => `apps/docs/${name}`);
  const guides = readdirSync(join(root, 'apps/docs/guide')).map((name) => `apps/docs/guide/${name}`);
  const skills = ['packages/core/skills/cropgrad/SKILL.md'];
  return ['README.md', ...readmes, ...skills, ...site, ...guides].filter(
    (page) => page.endsWith('.md') && existsSync(join(root, page)),
  );
}

/** The programs of a page, or of a source's doc comments, in order; see the README beside for how blocks are marked. */
export function programsOf(page: string): Program[] {
  const source = readFileSync(join(root, page), 'utf8');
  const text = page.endsWith('.ts') ? commentsOf(source) : source;
  const blocks = [...text.matchAll(FENCE)];
  if (blocks.filter(([, language]) => language === 'ts').length !== text.split('```ts').length - 1) {
    throw new Error(`${page}: a ts block that the tests cannot see; do not indent it`);
  }
  const programs: Program[] = [];
  for (const [k, block] of blocks.entries()) {
    const [, language, rest, code] = block;
    if (language !== 'ts') continue;
    const line = text.slice(0, block.index).split('\n').length + 1;
    const [, compiledOnly] = rest.match(/^ compiled only: (.+)/) ?? [];
    const printed = outputBehind(text, block, blocks[k + 1]) ?? outputInComments(page, line, code);
    const last = programs.at(-1);
    if (rest === ' continued' && last) {
      last.code += `\n`.repeat(line - last.code.split('\n').length) + code;
      last.printed += printed;
    } else if (rest === '' || compiledOnly) {
      programs.push({ page, line, code: '\n'.repeat(line - 1) + code, printed, ...(compiledOnly && { compiledOnly }) });
    } else {
      throw new Error(`${page}:${line}: what is "ts${rest}"? See "Snippets" in apps/docs/README.md`);
    }
  }
  return programs;
}

/** What is in the doc comments of a source, on the lines that it has there. */
function commentsOf(source: string): string {
  return source.replace(/^(?: *\* ?(.*)|.*)$/gm, (_, inComment: string | undefined) => inComment ?? '');
}

/** The text block that follows with nothing in between. */
function outputBehind(text: string, block: RegExpExecArray, next?: RegExpExecArray): string | undefined {
  const isNext = next?.[1] === 'text' && text.slice(block.index + block[0].length, next.index).trim() === '';
  return isNext ? next[3] : undefined;
}

/** What the comment behind or under each `console.log(…);` says. */
function outputInComments(page: string, line: number, code: string): string {
  const logs = code.matchAll(/console\.log\([\s\S]*?\);(?:[ \n]\/\/ (.*))?\n/g);
  return [...logs]
    .map(([, comment]) => {
      if (comment === undefined) throw new Error(`${page}:${line}: a console.log without its output beside it`);
      return `${comment}\n`;
    })
    .join('');
}
