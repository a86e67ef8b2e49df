import type { PackedProject } from '../../../commands/packed-project.js';

/** What the compiler says of a program, and how many types it made of generic ones to say so. */
export interface CheckedTypes {
  errors: string;
  /** The same on every machine, and after each change of the compiler's version another number. */
  instantiations: number;
}

/** Type-checks a program strictly in a project, with or without the declarations of all packages (`skipLibCheck`). */
export async function checkTypes(project: PackedProject, code: string, skipLibCheck: boolean): Promise<CheckedTypes> {
  const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', skipLibCheck, types: [] };
  project.write('example.ts', code);
  project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['example.ts'] }));
  const { stdout } = await project.run('tsc', '--extendedDiagnostics');
  const [, count] = stdout.match(/^Instantiations: +(\d+)$/m) ?? [];
  return { errors: stdout.slice(0, stdout.indexOf('Files: ')), instantiations: Number(count) };
}
