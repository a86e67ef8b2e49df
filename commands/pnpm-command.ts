/** A program, and the arguments that come before all others. */
export interface Command {
  file: string;
  args: readonly string[];
}

/**
 * How to run the pnpm that runs this process. Scripts find it in `npm_execpath`: a binary since pnpm 12, before that a
 * JavaScript file, which Node runs. Under npm, or under nothing, `npx` finds a pnpm, and asks the registry which.
 */
export function pnpmCommand(execPath: string | undefined = process.env.npm_execpath): Command {
  const name = execPath?.split(/[\\/]/).at(-1) ?? '';
  // pn is pnpm's short name; npm, npx and yarn set the variable as well.
  if (execPath === undefined || !/^pn(pm)?([.-].*)?$/.test(name)) return { file: 'npx', args: ['-y', 'pnpm'] };
  if (/\.[cm]?js$/.test(name)) return { file: process.execPath, args: [execPath] };
  return { file: execPath, args: [] };
}
