import { MarkdownPageEvent } from 'typedoc-plugin-markdown';
import { groupsOf, order } from '../api-order.js';
import { modules } from '../site.js';

/** Makes of the index one table that says what does what, and a list of the modules that are one page. */
export function indexPage(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    if (page.url !== 'index.md') return;
    const all = modules.map((module) => ({ ...module, model: page.project.getChildByName([module.name]) }));
    const [forUsers, forAuthors] = [true, false].map((users) => all.filter((one) => one.forUsers === users));
    const inTables = Object.keys(order).flatMap((name) => forUsers.filter((one) => one.name === name));
    const others = forUsers.filter(({ name }) => !groupsOf(name));
    page.contents = [
      '# API reference',
      'Everything is a chain of four steps, and each is a function of its own: box → theta → grid → sample. Boxes and points go from -1 to',
      '1: see [Coordinates and alignCorners](/guide/coordinates). Each page has an example that runs, and the counterpart in PyTorch where',
      'there is one.\n',
      ...inTables.flatMap(({ name, model }) => [`## [${name}](${name}.md)\n`, `${firstOf(model.comment)}\n`, tableOf(model)]),
      '## Backends and tools\n',
      listOf(others),
      '## For authors of backends\n',
      listOf(forAuthors),
    ].join('\n');
  });
}

/** One row for each member: its group, where it is the first of one, its link, its counterpart and what it does. */
function tableOf(module) {
  const rows = groupsOf(module.name).flatMap(([group, names]) =>
    names.map((name, k) => {
      const member = module.getChildByName([name]);
      const comment = member.signatures?.[0].comment ?? member.comment;
      const pytorch = comment.getTag('@pytorch')?.content.find(({ kind }) => kind === 'code')?.text ?? '';
      const isShort = pytorch.startsWith('`') && !pytorch.startsWith('```');
      const link = `[\`${name}\`](${module.name}/${name}.md)`;
      return `| ${k === 0 ? group : ''} | ${link} | ${isShort ? pytorch : ''} | ${firstOf(comment)} |`;
    }),
  );
  return ['| | | PyTorch | |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
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
