import { readFileSync } from 'node:fs';
import { documentedFunctions } from './core-functions.js';

const core = new URL('../../../packages/core/', import.meta.url);

/** What programming assistants read of the core package, which it brings along. */
export const skillFile = new URL('skills/cropgrad/SKILL.md', core);

/** What stands between the comments of a name, by the name. */
const PARTS = { functions, codes };

/** The skill with the parts that are made of doc comments as these are now. The rest is written by hand. */
export function withMadeParts(skill: string): string {
  return Object.entries(PARTS).reduce((text, [name, made]) => {
    const part = new RegExp(`(<!-- ${name}: .* -->\n)[\\s\\S]*?(<!-- end -->)`);
    if (!part.test(text)) throw new Error(`The skill has no part "${name}"`);
    return text.replace(part, (_, start: string, end: string) => `${start}\n${made()}\n\n${end}`);
  }, skill);
}

/** For users: who writes a backend reads its guide. */
function functions(): string {
  return documentedFunctions(new URL('src/index.ts', core))
    .filter(({ name }) => name !== 'registerCropBackend')
    .map(({ call, summary }) => `- \`${call}\`: ${summary}`)
    .join('\n');
}

/** The table of the type of codes, as a list. */
function codes(): string {
  const source = readFileSync(new URL('src/errors.ts', core), 'utf8');
  return [...source.matchAll(/^ \* \| (`[A-Z_]+`) \| (.+) \|$/gm)]
    .map(([, code, when]) => `- ${code}: ${when}`)
    .join('\n');
}
