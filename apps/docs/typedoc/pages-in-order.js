import { Converter, ReflectionCategory, ReflectionKind } from 'typedoc';
import { groupOf, groupsOf } from '../api-order.js';
import { homesOfOptions } from './options-of.js';

/**
 * Lists on a module's page what has pages of its own, by the order of the data, and then the types that are on it; complains of
 * what the order forgets or makes up.
 */
export function pagesInOrder(app) {
  const list = ({ project }) => {
    for (const module of project.children) {
      const groups = groupsOf(module.name);
      if (!groups) continue;
      const byName = new Map(module.children.map((child) => [child.name, child]));
      const unknown = groups.flatMap(([, names]) => names).filter((name) => !byName.has(name));
      for (const name of unknown) app.logger.warn(`api-order.js: ${module.name} does not export ${name}`);
      const homes = homesOfOptions(module);
      const others = module.children.filter((child) => !groupOf(module.name, child.name) && !homes.has(child));
      for (const { name } of others.filter(({ kind }) => kind & (ReflectionKind.Function | ReflectionKind.Class))) {
        app.logger.warn(`api-order.js: no place for ${name} of ${module.name}`);
      }
      module.categories = [...groups, ['Types', others.map(({ name }) => name)]].map(([title, names]) => {
        const category = new ReflectionCategory(title);
        category.children.push(...names.map((name) => byName.get(name)));
        return category;
      });
    }
  };
  // After TypeDoc has grouped them by kind.
  app.converter.on(Converter.EVENT_RESOLVE_END, list, -300);
}
