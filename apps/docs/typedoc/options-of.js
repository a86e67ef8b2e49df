import { ReferenceType, ReflectionKind } from 'typedoc';
import { groupOf, groupsOf } from '../api-order.js';

/** The interface that a parameter's type is, if its name says that it holds options. */
export function optionsOf({ type }) {
  const options = type instanceof ReferenceType ? type.reflection : undefined;
  const holdsOptions = options?.kind === ReflectionKind.Interface && /(Options|Args)$/.test(options.name);
  return holdsOptions ? options : undefined;
}

/** Which member's page shows the options of its own module: the first, in order, that takes them. */
export function homesOfOptions(module) {
  const homes = new Map();
  for (const name of (groupsOf(module.name) ?? []).flatMap(([, names]) => names)) {
    const member = module.children.find((child) => child.name === name);
    const constructors = member?.children?.filter(({ kind }) => kind === ReflectionKind.Constructor) ?? [];
    const signatures = [member, ...constructors].flatMap((part) => part?.signatures ?? []);
    for (const options of signatures.flatMap(({ parameters = [] }) => parameters.map(optionsOf))) {
      const isOwn = options?.parent === module && !groupOf(module.name, options.name);
      if (isOwn && !homes.has(options)) homes.set(options, member);
    }
  }
  return homes;
}
