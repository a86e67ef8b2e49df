import { ReflectionKind, ReflectionType } from 'typedoc';

/**
 * The types and constants of a module, in one table: a section with a block of code for each would be ten times as long.
 * What has a table in its own comment, or parts with comments, stays a section.
 */
export function fitsTable(reflection) {
  const isShort = reflection.kindOf([ReflectionKind.TypeAlias, ReflectionKind.Variable]);
  const hasParts = reflection.type instanceof ReflectionType && reflection.type.declaration.children;
  const hasTable = reflection.comment?.summary.some(({ text }) => text.includes('\n|'));
  return isShort && !hasParts && !hasTable;
}

/** One row for each: its name, with the anchor as VitePress names it, what it is, and its comment. */
export function typesTable(context, reflections) {
  const rows = reflections.map((reflection) => {
    const { name, type, comment } = reflection;
    const parameters = context.helpers.getTypeParameters(reflection.typeParameters);
    const ofWhat = parameters ? `\\<${parameters}\\>` : '';
    const words = comment ? context.partials.comment(comment, { isTableColumn: true }) : '';
    const cells = [
      `<a id="${context.router.getAnchor(reflection).replaceAll('_', '-')}"></a> \`${name}\`${ofWhat}`,
      context.partials.someType(type),
      words,
    ];
    return `| ${cells.map((cell) => cell.replaceAll(/\s*\n\s*/g, ' ').replace(/^\\\| /, '')).join(' | ')} |`;
  });
  return ['| Name | What it is | Description |', '| --- | --- | --- |', ...rows].join('\n');
}
