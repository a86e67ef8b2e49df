import { LiteralType, ReferenceType, ReflectionKind, UnionType } from 'typedoc';
import { MarkdownTheme, MarkdownThemeContext } from 'typedoc-plugin-markdown';
import { groupOf } from '../api-order.js';
import { optionsOf } from './options-of.js';
import { fitsTable, typesTable } from './types-table.js';

/** The theme of the pages: what has a page of its own shows there, under its parameters, the options that it takes. */
export class OptionsTables extends MarkdownTheme {
  getRenderContext(page) {
    return new WithOptions(this, page, this.application.options);
  }
}

class WithOptions extends MarkdownThemeContext {
  constructor(...args) {
    super(...args);
    const { model, url } = this.page;
    const { members, parametersTable, propertiesTable } = this.partials;
    this.partials.propertiesTable = (properties, options) =>
      withValues(propertiesTable(properties, options), properties);
    this.partials.members = (all, options) => {
      const inOneTable = all.filter((member) => !this.router.hasOwnDocument(member) && fitsTable(member));
      const sections = members(
        all.filter((member) => !inOneTable.includes(member)),
        options,
      );
      return inOneTable.length > 0 ? `${typesTable(this, inOneTable)}\n\n${sections}` : sections;
    };
    // Overloads take the same.
    const shown = new Set();
    this.partials.parametersTable = (parameters) => {
      const isPage = model.parent && groupOf(model.parent.name, model.name);
      const options = isPage ? parameters.map(optionsOf).filter((type) => type && !shown.has(type)) : [];
      const sections = options.map((type) => {
        shown.add(type);
        const table = this.partials.propertiesTable(type.children, { kind: ReflectionKind.Interface });
        const isHome = this.router.getFullUrl(type).startsWith(`${url}#`);
        // Where the options are at home, links to each lead.
        return `### ${type.name}\n\n${isHome ? table : table.replaceAll(/<a id="[^"]*"><\/a> /g, '')}`;
      });
      return [parametersTable(parameters), ...sections].join('\n\n');
    };
  }
}

/** Says in a table of properties the values of a type that is a choice of a few. */
function withValues(table, properties) {
  return properties.reduce((text, { name, type }) => {
    const values = valuesOf(type);
    // The name of a property, and the link that is its type.
    return values ? text.replace(new RegExp(`(\`${name}\\??\` \\| [^|]*\\))`), `$1: ${values}`) : text;
  }, table);
}

function valuesOf(type) {
  const choice = type instanceof ReferenceType ? type.reflection?.type : undefined;
  const types = choice instanceof UnionType ? choice.types : [];
  if (!types.every((one) => one instanceof LiteralType)) return '';
  return types.map(({ value }) => (typeof value === 'string' ? `\`'${value}'\`` : `\`${value}\``)).join(', ');
}
