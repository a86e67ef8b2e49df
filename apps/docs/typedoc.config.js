import { fileURLToPath } from 'node:url';
import { Comment, CommentTag, Converter, ReflectionKind, Renderer } from 'typedoc';
import { MarkdownPageEvent } from 'typedoc-plugin-markdown';
import { modules, repository } from './site.js';

const sources = new Map(modules.map((module) => [fileURLToPath(module.source), module]));

/** Gives every module the name that it is imported by, and groups modules by who needs them. */
function nameModules(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children) {
      const { name, readers } = sources.get(module.sources[0].fullFileName);
      module.name = name;
      module.comment ??= new Comment();
      module.comment.blockTags.push(new CommentTag('@group', [{ kind: 'text', text: readers }]));
    }
  });
}

/** Names parameters that are taken apart where they are declared by their type: `{ mode }: GpuJsOptions` is `options`. */
function nameParameters(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
      if (parameter.name !== '__namedParameters') continue;
      const [word] = /[A-Z][a-z]*$/.exec(parameter.type?.name) ?? [];
      if (word) parameter.name = word.toLowerCase();
    }
  });
}

/** Complains of every export without a doc comment; what another module exports too has it there. */
function requireComments(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const { name: module, children = [] } of project.children) {
      const own = children.filter(({ kind }) => kind !== ReflectionKind.Reference);
      const bare = own.filter((child) => ![child, ...(child.signatures ?? [])].some((part) => part.hasComment()));
      for (const { name } of bare) app.logger.warn(`${module} exports ${name} without a doc comment`);
    }
  });
}

/** Shows a comment once, where TypeDoc repeats it for every overload. */
function commentOverloadsOnce(app) {
  app.renderer.on(Renderer.EVENT_BEGIN, ({ project }) => {
    for (const { signatures = [] } of Object.values(project.reflections)) {
      for (const overload of signatures.slice(1)) delete overload.comment;
    }
  });
}

/** Says where something is only if that is in the repository: what a class inherits from the language is not. */
function linkOwnSources(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = page.contents.replace(/^Defined in: \[node\\_modules.*\n\n?/gm, '');
  });
}

/** VitePress names the heading of `MODES_OF_X` modes-of-x, where TypeDoc links to modes_of_x. */
function linkAsVitePress(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = page.contents.replace(/\]\([^)]*#[^)]*\)/g, (link) => link.replaceAll('_', '-'));
  });
}

/** Leaves out tables of type parameters that are nothing but names: the code above them shows these already. */
function leaveOutBareTypeParameters(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = page.contents.replace(/^#+ Type Parameters\n\n\| Type Parameter \|\n\| -+ \|\n(\|.*\n)+\n/gm, '');
  });
}

/** Leaves out of tables what the row above shows already, and dashes for what has no description. */
function showPropertiesOnce(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = page.contents.replace(/^\| `[^`|]*\.[^|]*\|.*\| - \|\n/gm, '').replace(/\| - \|$/gm, '| |');
  });
}

export default {
  name: 'API reference',
  plugin: [
    'typedoc-plugin-markdown',
    nameModules,
    nameParameters,
    requireComments,
    commentOverloadsOnce,
    linkOwnSources,
    linkAsVitePress,
    leaveOutBareTypeParameters,
    showPropertiesOnce,
  ],
  tsconfig: 'tsconfig.api.json',
  entryPoints: [...sources.keys()],
  sortEntryPoints: false,
  // What classes inherit from others is theirs to explain.
  excludeExternals: true,
  out: 'api',
  readme: 'none',
  disableGit: true,
  sourceLinkTemplate: `${repository}/blob/main/packages/{path}#L{line}`,

  // An undocumented export or a broken link fails the build.
  treatWarningsAsErrors: true,
  validation: { notExported: true, invalidLink: true, rewrittenLink: true },

  outputFileStrategy: 'modules',
  entryFileName: 'index',
  groupOrder: [
    'For everyone',
    'For authors of backends',
    'Functions',
    'Classes',
    'Interfaces',
    'Type Aliases',
    'Variables',
  ],
  useCodeBlocks: true,
  expandParameters: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  propertyMembersFormat: 'table',
  // Defaults are in the descriptions; what TypeDoc finds of them is `undefined`.
  tableColumnSettings: {
    hideSources: true,
    hideInherited: true,
    hideOverrides: true,
    hideModifiers: true,
    hideDefaults: true,
  },
  excludeInternal: true,
  expandObjects: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
};
