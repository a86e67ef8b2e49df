import { Converter, IndexedAccessType, ReferenceType, ReflectionKind, ReflectionType, UnionType } from 'typedoc';

/** What types are without what they say about ranks that TypeScript knows: those of the functions themselves, below their overloads. */
const PLAIN = {
  OrUnranked: ([known]) => known,
  OrUnsized: ([known]) => known,
};

/** Types that are looked up by the number of spatial axes: either may come. */
const BY_AXES = ['Outputs', 'Sizes', 'Grids'];

/**
 * Shows users' functions with the types of their arguments, and not with those that check ranks, from which the compiler infers more
 * than a reader wants to know: `OrUnranked<BoxesInput, B>` is `BoxesInput`.
 */
export function plainTypes(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const signature of project.getReflectionsByKind(ReflectionKind.CallSignature)) {
      const { parameters = [], typeParameters = [] } = signature;
      if (!parameters.some(({ type }) => type && plain(type, project) !== type)) continue;
      for (const parameter of parameters) parameter.type = plain(parameter.type, project);
      signature.type = plain(signature.type, project);
      for (const parameter of typeParameters) project.removeReflection(parameter);
      delete signature.typeParameters;
      mergeInto(signature, project);
    }
  });
}

/** Makes one signature of it and the overloads before it, which are for more ranks. */
function mergeInto(signature, project) {
  const { signatures } = signature.parent;
  const [first] = signatures;
  if (first === signature) return;
  for (const [k, parameter] of signature.parameters.entries()) {
    first.parameters[k].type = either(first.parameters[k].type, parameter.type);
  }
  first.type = either(first.type, signature.type);
  project.removeReflection(signature);
}

function either(a, b) {
  const types = [a, b].flatMap((type) => (type instanceof UnionType ? type.types : [type]));
  const distinct = types.filter((type, k) => types.findIndex((one) => `${one}` === `${type}`) === k);
  return distinct.length === 1 ? distinct[0] : new UnionType(distinct);
}

function plain(type, project) {
  if (type instanceof ReferenceType) {
    const { name, typeArguments = [] } = type;
    return PLAIN[name] ? plain(PLAIN[name](typeArguments), project) : type;
  }
  if (type instanceof IndexedAccessType && BY_AXES.includes(type.objectType.name)) {
    const { children } = type.objectType.reflection;
    return new UnionType(children.map((child) => child.type));
  }
  if (type instanceof ReflectionType) {
    for (const child of type.declaration.children ?? []) child.type = plain(child.type, project);
  }
  if (type instanceof UnionType) {
    const parts = type.types.filter(({ name }) => name !== 'Widened');
    const plainParts = parts.map((part) => plain(part, project));
    if (plainParts.every((part, k) => part === type.types[k]) && plainParts.length === type.types.length) return type;
    return plainParts.length === 1 ? plainParts[0] : new UnionType(plainParts);
  }
  return type;
}
