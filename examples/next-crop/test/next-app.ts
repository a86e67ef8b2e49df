import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const next = fileURLToPath(import.meta.resolve('next/dist/bin/next'));

/** What runs, and all that it has printed so far, on stdout and stderr. */
interface Running {
  child: ChildProcess;
  output: string;
}

/** Builds the app for production, and gives all that is printed. Throws when it fails. */
export async function buildApp(): Promise<string> {
  const running = run('build');
  const [status] = await once(running.child, 'close');
  if (status !== 0) throw new Error(`next build failed:\n${running.output}`);
  return running.output;
}

/** The app that {@link buildApp} has built, served. */
export class ServedApp {
  readonly origin: string;
  readonly #running: Running;

  private constructor(origin: string, running: Running) {
    this.origin = origin;
    this.#running = running;
  }

  /** All that the server has printed so far. */
  get output(): string {
    return this.#running.output;
  }

  /** Starts the server on a free port, and waits until it answers. Throws when it ends instead. */
  static async start(): Promise<ServedApp> {
    const running = run('start', '--port', '0', '--hostname', 'localhost');
    const { stdout } = running.child;
    for (;;) {
      const [, origin] = running.output.match(/(http:\/\/localhost:\d+)[\s\S]*Ready/) ?? [];
      if (origin) return new ServedApp(origin, running);
      await Promise.race([stdout && once(stdout, 'data'), once(running.child, 'close')]);
      if (running.child.exitCode !== null) throw new Error(`next start failed:\n${running.output}`);
    }
  }

  async stop(): Promise<void> {
    const closed = once(this.#running.child, 'close');
    this.#running.child.kill();
    await closed;
  }
}

/** Runs a command of Next as in production, without telemetry. */
function run(...args: string[]): Running {
  // Vitest sets NODE_ENV and more for the tests themselves.
  const { NODE_ENV: _, ...outer } = process.env;
  const env = { ...outer, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const child = spawn(process.execPath, [next, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const running: Running = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      running.output += text;
    });
  }
  return running;
}
