import type { DefaultTheme } from 'vitepress';
import { groupsOf, order } from '../api-order.js';
import { modules } from '../site.js';

type Item = DefaultTheme.SidebarItem;

/** The names of the modules that somebody imports. */
const readBy = (some: string) => modules.filter(({ readers }) => readers === some).map(({ name }) => name);

/**
 * The sidebars of the API: what users call, by the order of the data; backends and tools; and what authors of backends need. On the index
 * core is open, and elsewhere what the page is in, which VitePress opens.
 */
export const apiSidebars: DefaultTheme.SidebarMulti = {
  '/api/@': sidebar(),
  '/api/cropgrad': sidebar(),
  '/api/': sidebar('@cropgrad/core'),
};

function sidebar(open?: string): Item[] {
  return [
    { text: 'API reference', link: '/api/' },
    ...Object.keys(order)
      .filter((name) => readBy('users').includes(name))
      .map((name) => ({ ...itemOf(name), collapsed: name !== open })),
    { text: 'Backends and tools', collapsed: true, items: readBy('others').map(itemOf) },
    { text: 'For authors of backends', collapsed: true, items: readBy('authors').map(itemOf) },
  ];
}

/** A module, and under it what has a page of its own. */
function itemOf(module: string): Item {
  const groups = groupsOf(module);
  const link = `/api/${module}`;
  if (!groups) return { text: module, link };
  const items = groups.map(([text, members]) => ({
    text,
    items: members.map((member) => ({ text: member, link: `${link}/${member}` })),
  }));
  return { text: module, link, items: items.length === 1 ? items[0].items : items };
}
