import type { DefaultTheme } from 'vitepress';
import { groupsOf, order } from '../api-order.js';
import { modules } from '../site.js';

type Item = DefaultTheme.SidebarItem;

/** The names of the modules that somebody imports. */
const readBy = (some: string) => modules.filter(({ readers }) => readers === some).map(({ name }) => name);

/**
 * The sidebar of the API: what users call, by the order of the data; backends and tools; and what authors of backends need. VitePress opens
 * what the page is in. It is in every page of the site, so links are short.
 */
export const apiSidebar: Item[] = [
  { text: 'API reference', link: '/api/' },
  ...Object.keys(order)
    .filter((name) => readBy('users').includes(name))
    .map((name) => ({ ...itemOf(name), collapsed: true })),
  // What folds has to be a link: VitePress would put a button into a button.
  {
    text: 'Backends and tools',
    link: '/api/#backends-and-tools',
    collapsed: true,
    items: readBy('others').map(itemOf),
  },
  {
    text: 'For authors of backends',
    link: '/api/#for-authors-of-backends',
    collapsed: true,
    items: readBy('authors').map(itemOf),
  },
];

/** A module, and under it what has a page of its own. */
function itemOf(module: string): Item {
  const [, scope = '', name] = module.match(/^(.*\/)?(.*)$/) ?? [];
  const item = { text: module, base: `/api/${scope}`, link: name };
  const groups = groupsOf(module);
  if (!groups) return item;
  const items = groups.map(([text, members]) => ({
    text,
    items: members.map((member) => ({ text: member, link: `${name}/${member}` })),
  }));
  return { ...item, items: items.length === 1 ? items[0].items : items };
}
