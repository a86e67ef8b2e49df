import type { DefaultTheme } from 'vitepress';

/**
 * The search. A page may have `keywords` in its front matter: what people call its subject, and it does not. They are found, and not
 * shown. (Other options would be functions in the pages, which a policy against eval forbids.)
 */
export const search: DefaultTheme.Config['search'] = {
  provider: 'local',
  options: {
    _render: (source, env, markdown) => {
      const html = markdown.render(source, env);
      const { keywords } = env.frontmatter ?? {};
      return keywords ? html.replace('</h1>', `</h1><p>${keywords}</p>`) : html;
    },
  },
};
