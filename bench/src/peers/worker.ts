/** The process of a peer written in JavaScript: worker.ts MODULE THREADS [ARGUMENT…], requests on stdin, replies on stdout. */
import { Console } from 'node:console';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadDataSet } from '../data-set.js';
import { saveNpy } from '../npy.js';
import {
  GRID_GRADIENTS,
  type OutputName,
  type Reply,
  type Request,
  ROW_NAMES,
  type RowName,
  type TimedRow,
} from '../protocol.js';
import { takeTurn } from '../turn.js';
import { Absent, type CreatePeer, type JsPeer, type Row, type Rows, statusOf } from './js-peer.js';

const [moduleUrl, threads, ...args] = process.argv.slice(2);
// Replies alone go to stdout; tfjs greets every process there.
globalThis.console = new Console(process.stderr);

let peer: JsPeer | undefined;
let rows: Rows | undefined;

for await (const line of createInterface({ input: process.stdin })) {
  const request: Request = JSON.parse(line);
  const reply = await answer(request).catch(
    (error: unknown): Reply =>
      error instanceof Absent
        ? { absent: error.message }
        : { error: error instanceof Error ? String(error.stack) : String(error) },
  );
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
process.exit(0);

async function answer(request: Request): Promise<Reply> {
  switch (request.do) {
    case 'hello': {
      const { createPeer }: { createPeer: CreatePeer } = await import(moduleUrl);
      peer = await createPeer(Number(threads), ...args);
      return { versions: peer.versions };
    }
    case 'open': {
      if (!peer) throw new Error('open before hello');
      const opened = await peer.open(await loadDataSet(request.folder));
      rows = opened;
      return { rows: Object.fromEntries(ROW_NAMES.map((name) => [name, statusOf(opened[name])])) as OpenReply };
    }
    case 'check': {
      const outputs = await rowNamed(request.row).check();
      await mkdir(request.folder, { recursive: true });
      const names = Object.keys(outputs) as OutputName[];
      for (const name of names) {
        const array = outputs[name];
        if (array) await saveNpy(join(request.folder, `${name}.npy`), array);
      }
      return { outputs: names };
    }
    case 'time': {
      const row = rowNamed(request.row);
      return { ms: await takeTurn(() => row.time(), request) };
    }
  }
}

type OpenReply = Record<RowName, ReturnType<typeof statusOf>>;

function rowNamed(name: TimedRow): Row {
  const row = name === GRID_GRADIENTS ? undefined : rows?.[name];
  if (!row || 'absent' in row) throw new Error(`This peer has no row ${name}`);
  return row;
}
