import { fileURLToPath } from 'node:url';
import { Converter, OptionDefaults, ReflectionKind, Renderer } from 'typedoc';
import { MarkdownPageEvent } from 'typedoc-plugin-markdown';
import { groupOf } from './api-order.js';
import { modules, repository } from './site.js';
import { linkGuides } from './typedoc/guides.js';
import { indexPage } from './typedoc/index-page.js';
import { OptionsTables } from './typedoc/options-tables.js';
import { pagesInOrder } from './typedoc/pages-in-order.js';
import { plainTypes } from './typedoc/plain-types.js';
import { PagePerFunction } from './typedoc/router.js';

const sources = new Map(modules.map((module) => [fileURLToPath(module.source), module]));

/** Gives every module the name that it is imported by. */
function nameModules(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children) {
      module.name = sources.get(module.sources[0].fullFileName).name;
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

/** Complains of what users call and has no example, or no word on its counterpart in PyTorch. */
function requireExamples(app) {
  const usersModules = modules.filter(({ readers }) => readers === 'users').map(({ name }) => name);
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const module of project.children.filter(({ name }) => usersModules.includes(name))) {
      for (const child of module.children ?? []) {
        const comment = child.signatures?.[0].comment ?? child.comment;
        // What backends call users do not.
        if (!groupOf(module.name, child.name) || child.name === 'registerCropBackend') continue;
        for (const tag of ['@example', '@pytorch', '@see']) {
          if (!comment.getTag(tag)) app.logger.warn(`${module.name}: the doc comment of ${child.name} has no ${tag}`);
        }
      }
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

/** Leaves out what layers take from a class that is not exported, as readers cannot look at it. */
function leaveOutBase(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = page.contents.replace(/^#+ (Extends|Overrides|Inherited from)\n\n(- )?`SamplingLayer.*`\n*/gm, '');
  });
}

/** Says where something is only if that is in the repository: what a class inherits from the language is not. */
function linkOwnSources(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = page.contents.replace(/^Defined in: \[node\\_modules.*\n\n?/gm, '');
  });
}

/** Says at its end, and not before all else, where the one thing of a page is. */
function sourcesLast(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    const [line, link] = page.contents.match(/^Defined in: (.*)\n\n/m) ?? [];
    if (line && groupOf(page.model.parent?.name, page.model.name)) {
      page.contents = `${page.contents.replace(line, '')}\nSource: ${link}\n`;
    }
  });
}

/** Links the codes of errors, where a page lists them, to what they mean. */
function linkErrorCodes(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = page.contents.replace(/^#+ Errors\n\n[^#]*/gm, (section) =>
      section.replace(/`([A-Z]+_[A-Z_]+|SINGULAR|UNSUPPORTED)`/g, (code, name) => {
        return `[${code}](/guide/errors#${name.toLowerCase().replaceAll('_', '-')})`;
      }),
    );
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

/** Begins the type of a property with what it may be, and not with a line. */
function leaveOutFirstLines(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = page.contents.replace(/^(\|[^|]*\| )\\\| /gm, '$1');
  });
}

/** Leaves out of tables what the row above shows already, and dashes for what has no description. */
function showPropertiesOnce(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = page.contents.replace(/^\| `[^`|]*\.[^|]*\|.*\| - \|\n/gm, '').replace(/\| - \|$/gm, '| |');
  });
}

/** Which pages there are, and what is on them. */
function pagePerFunction(app) {
  app.renderer.defineRouter('page-per-function', PagePerFunction);
  app.renderer.defineTheme('options-tables', OptionsTables);
}

export default {
  name: 'API reference',
  plugin: [
    'typedoc-plugin-markdown',
    pagePerFunction,
    nameModules,
    nameParameters,
    plainTypes,
    pagesInOrder,
    linkGuides,
    indexPage,
    requireComments,
    requireExamples,
    commentOverloadsOnce,
    leaveOutBase,
    linkOwnSources,
    linkAsVitePress,
    sourcesLast,
    linkErrorCodes,
    leaveOutBareTypeParameters,
    showPropertiesOnce,
    leaveOutFirstLines,
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

  router: 'page-per-function',
  theme: 'options-tables',
  pageTitleTemplates: { index: '{projectName}', module: '{name}', member: '{name}' },
  entryFileName: 'index',
  indexFormat: 'table',
  // The counterpart in PyTorch, and the guide that explains it.
  blockTags: [...OptionDefaults.blockTags, '@pytorch', '@guide'],
  blockTagsPreserveOrder: ['@example'],
  locales: { en: { tag_pytorch: 'In PyTorch', tag_see: 'See also', tag_throws: 'Errors' } },
  groupOrder: ['Functions', 'Classes', 'Interfaces', 'Type Aliases', 'Variables'],
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
