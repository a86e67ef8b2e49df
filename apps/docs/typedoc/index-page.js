import { MarkdownPageEvent } from 'typedoc-plugin-markdown';
import { groupsOf, order } from '../api-order.js';
import { modules } from '../site.js';

/** Makes of the index one table that says what does what, and a list of the modules that are one page. */
export function indexPage(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    if (page.url !== 'index.md') return;
    const all = modules.map((module) => ({ ...module, model: page.project.getChildByName([module.name]) }));
    const readBy = (some) => all.filter(({ readers }) => readers === some);
    const inTables = Object.keys(order).flatMap((name) => readBy('users').filter((one) => one.name === name));
    page.contents = [
      '# API reference',
      'Everything is a chain of four steps, and each is a function of its own: box → theta → grid → sample. Boxes and points go from -1 to',
      '1: see [Coordinates and alignCorners](/guide/coordinates). Each page has an example that runs, and the counterpart in PyTorch where',
      'there is one.\n',
      ...inTables.flatMap(({ name, model }) => [
        `## [${name}](${name}.md)\n`,
        `${firstOf(model.comment)}\n`,
        tableOf(model),
      ]),
      '## Backends and tools\n',
      listOf(readBy('others')),
      '## For authors of backends\n',
      listOf(readBy('authors')),
    ].join('\n');
  });
}

/** One row for each group, and one for each member: its link, its counterpart and what it does. */
function tableOf(module) {
  const groups = groupsOf(module.name).map(([group, names]) => {
    const members = names.map((name) => {
      const member = module.getChildByName([name]);
      const comment = member.signatures?.[0].comment ?? member.comment;
      return { name, counterpart: counterpartOf(comment), what: firstOf(comment) };
    });
    return { group, members };
  });
  const hasCounterparts = groups.some(({ members }) => members.some(({ counterpart }) => counterpart));
  const row = (...cells) => `| ${cells.filter((_, k) => k !== 1 || hasCounterparts).join(' | ')} |`;
  return [
    row('Function', 'PyTorch', 'What it does'),
    row('---', '---', '---'),
    ...groups.flatMap(({ group, members }) => [
      ...(groups.length > 1 ? [row(`**${group}**`, '', '')] : []),
      ...members.map(({ name, counterpart, what }) => row(`[${name}](${module.name}/${name}.md)`, counterpart, what)),
    ]),
    '',
  ].join('\n');
}

/** What stands for it in PyTorch, before the code; empty where there is nothing, which begins with a word. */
function counterpartOf(comment) {
  const parts = comment.getTag('@pytorch')?.content ?? [];
  const before = parts.slice(
    0,
    parts.findIndex(({ text }) => text.startsWith('```')),
  );
  return before[0]?.kind === 'code'
    ? before
        .map(({ text }) => text)
        .join('')
        .trim()
    : '';
}

function listOf(some) {
  const lines = some.map(({ name, model }) => {
    const words = model.comment ? `: ${firstOf(model.comment)}` : '';
    return `- [${name}](${name}.md)${words}`;
  });
  return `${lines.join('\n')}\n`;
}

/** The first sentence of a comment, without links. */
function firstOf(comment) {
  const text = comment.summary.map((part) => part.text).join('');
  const [first] = text.replaceAll(/\s+/g, ' ').split(/(?<=\.) (?=[A-Z`])/);
  return first.replaceAll('|', '\\|');
}
