import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compile } from './compile.js';
import { exampleSources, type Program, pages, programsOf, root } from './markdown-programs.js';

/** What is run by other tests. */
const RUN_ELSEWHERE: { page?: string; contains: string; where: string }[] = [
  { page: 'README.md', contains: 'await tf.setBackend', where: 'packages/core/test/packed-project.test.ts' },
  { contains: 'testBackend(', where: 'examples/custom-backend, whose test is the same file' },
  { contains: 'defineConfig({', where: 'examples/custom-backend, which has the same configuration' },
];

const programs = [...exampleSources(), ...pages()]
  .flatMap(programsOf)
  .map((program, k) => ({ ...program, file: join(root, `apps/docs/test/.snippets/test/${k}.ts`) }));

let diagnostics: readonly ts.Diagnostic[] = [];

beforeAll(() => {
  mkdirSync(join(root, 'apps/docs/test/.snippets/test'), { recursive: true });
  for (const { file, code } of programs) writeFileSync(file, `${code}\nexport {};\n`);
  // The backend of the READMEs' reader.
  const src = join(root, 'apps/docs/test/.snippets/src');
  mkdirSync(src, { recursive: true });
  writeFileSync(
    join(src, 'index.ts'),
    "import { cpuBackend } from '@cropgrad/backend-cpu';\nexport const myBackend = () => cpuBackend;\n",
  );
  diagnostics = compile(programs.map(({ file }) => file));
});
afterAll(() => rmSync(join(root, 'apps/docs/test/.snippets'), { recursive: true }));

for (const page of new Set(programs.map((program) => program.page))) {
  describe(page, () => {
    for (const program of programs.filter((candidate) => candidate.page === page)) {
      it(`compiles: line ${program.line}`, () => {
        const own = diagnostics.filter(({ file }) => file?.fileName === program.file);
        expect(own.map((diagnostic) => messageOf(page, diagnostic)).join('\n')).toBe('');
      });

      it(`prints what it says: line ${program.line}`, async ({ skip }) => {
        const elsewhere = RUN_ELSEWHERE.find(
          (one) => (one.page ?? page) === page && program.code.includes(one.contains),
        );
        const reason = program.compiledOnly ?? (elsewhere && `run by ${elsewhere.where}`);
        if (reason) {
          console.warn(`${page}:${program.line} is compiled, and not run: ${reason}`);
          skip(reason);
        }
        expect(await output(program)).toBe(program.printed);
      });
    }
  });
}

function messageOf(page: string, { file, start = 0, messageText }: ts.Diagnostic): string {
  const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
  return `${page}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
}

/** All that a program prints, as Node would show it. */
async function output({ file }: Program & { file: string }): Promise<string> {
  let printed = '';
  const log = vi.spyOn(console, 'log').mockImplementation((...args) => {
    printed += `${format(...args)}\n`;
  });
  try {
    await import(file);
  } finally {
    log.mockRestore();
  }
  return printed;
}
