import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { firstSentence } from './first-sentence.js';

/** A function that a module exports: how it is called, and the first sentence of its doc comment. */
export interface DocumentedFunction {
  name: string;
  /** E.g. `crop(image, boxes, size, options?)`. */
  call: string;
  summary: string;
}

/** The functions that an index file exports, in its order, as their doc comments describe them. */
export function documentedFunctions(index: URL): DocumentedFunction[] {
  const exportsOf = parsed(index).statements.filter(ts.isExportDeclaration);
  return exportsOf.flatMap(({ exportClause, moduleSpecifier, isTypeOnly }) => {
    if (isTypeOnly || !exportClause || !ts.isNamedExports(exportClause)) return [];
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    const file = parsed(new URL(moduleSpecifier.text.replace(/\.js$/, '.ts'), index));
    return exportClause.elements.flatMap(({ name }) => {
      // The first one is the overload that users see.
      const declared = file.statements.filter(ts.isFunctionDeclaration).find((one) => one.name?.text === name.text);
      return declared ? [documented(name.text, declared)] : [];
    });
  });
}

function parsed(file: URL): ts.SourceFile {
  return ts.createSourceFile(file.pathname, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

function documented(name: string, declared: ts.FunctionDeclaration): DocumentedFunction {
  const parameters = declared.parameters.map(
    (one) => `${one.name.getText()}${one.questionToken || one.initializer ? '?' : ''}`,
  );
  const [doc] = ts.getJSDocCommentsAndTags(declared);
  const text = doc && ts.isJSDoc(doc) ? (ts.getTextOfJSDocComment(doc.comment) ?? '') : '';
  return { name, call: `${name}(${parameters.join(', ')})`, summary: firstSentence(text, '.:') };
}
