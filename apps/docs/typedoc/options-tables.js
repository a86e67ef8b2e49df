import { LiteralType, ReflectionKind, UnionType } from 'typedoc';
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
    const { arrayType, parametersTable, propertiesTable, referenceType } = this.partials;
    let inTable = false;
    this.partials.referenceType = (type) => `${referenceType(type)}${inTable ? valuesOf(type) : ''}`;
    this.partials.arrayType = (type) => {
      inTable = false;
      return arrayType(type);
    };
    this.partials.propertiesTable = (properties, options) => {
      inTable = true;
      const table = propertiesTable(properties, options);
      inTable = false;
      return table;
    };
    const { members } = this.partials;
    this.partials.members = (all, options) => {
      const inOneTable = all.filter((member) => !this.router.hasOwnDocument(member) && fitsTable(member));
      const sections = all.filter((member) => !inOneTable.includes(member));
      return [...(inOneTable.length > 0 ? [typesTable(this, inOneTable)] : []), members(sections, options)].join(
        '\n\n',
      );
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

/** The values of a type that is a choice of a few, so that a table of options says them. */
function valuesOf({ reflection }) {
  const types = reflection?.type instanceof UnionType ? reflection.type.types : [];
  if (types.length === 0 || !types.every((type) => type instanceof LiteralType)) return '';
  return `: ${types.map(({ value }) => `\`${typeof value === 'string' ? `'${value}'` : value}\``).join(', ')}`;
}
