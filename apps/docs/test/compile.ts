import { join } from 'node:path';
import ts from 'typescript';
import { root } from './markdown-programs.js';

/** What the compiler says about files of examples, as strict as it is about the sources. */
export function compile(files: string[]): readonly ts.Diagnostic[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  // Examples name what they do not go on to use.
  const program = ts.createProgram(files, { ...options, noEmit: true, noUnusedLocals: false });
  return ts.getPreEmitDiagnostics(program);
}
