import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Reply, Request, RequestName, Requests } from '../protocol.js';
import type { Peer } from './peer.js';

/** A peer that is running and ready. */
export interface PeerProcess {
  peer: Peer;
  versions: Record<string, string>;
  /** Sends a request and waits for the reply; an error there is thrown here. */
  ask<K extends RequestName>(request: Request<K>): Promise<Requests[K]['reply']>;
  close(): void;
}

/** Starts a peer's process, or says why it is absent. */
export async function startPeer(peer: Peer, threads: number): Promise<PeerProcess | { peer: Peer; absent: string }> {
  const command = peer.command(peer.threaded ? threads : 1);
  if ('absent' in command) return { peer, absent: command.absent };
  const child = spawn(command.file, command.args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ask = conversation(peer.name, child);
  const hello = await ask({ do: 'hello' });
  if (hello.absent !== undefined) {
    child.stdin.end();
    return { peer, absent: hello.absent };
  }
  return {
    peer,
    versions: hello.versions,
    async ask(request) {
      const reply = await ask(request);
      if (reply.absent !== undefined) throw new Error(`${peer.name}: ${reply.absent}`);
      return reply;
    },
    close: () => void child.stdin.end(),
  };
}

type Answer<K extends RequestName> = Exclude<Reply<K>, { error: string }>;

/** One question and one answer at a time; what the process wrote to stderr is told when it dies. */
function conversation(
  name: string,
  child: ChildProcessByStdio<Writable, Readable, Readable>,
): <K extends RequestName>(request: Request<K>) => Promise<Answer<K>> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  child.on('error', (error) => {
    said += error.message;
  });
  // A process that died answers with the end of its stdout; that is where it is reported.
  child.stdin.on('error', () => {});
  return async <K extends RequestName>(request: Request<K>) => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended while asked to ${request.do}:\n${said}`);
    const reply: Reply<K> = JSON.parse(value);
    if (reply.error !== undefined) throw new Error(`${name} failed when asked to ${request.do}:\n${reply.error}`);
    return reply as Answer<K>;
  };
}
