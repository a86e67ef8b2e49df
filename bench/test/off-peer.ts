/** A peer that is wrong: cropgrad's cpu crops, plus a constant. createPeer(threads, amount) */
import { createPeer as createCropgrad } from '../src/peers/cropgrad.js';
import type { JsPeer, Row, Rows } from '../src/peers/js-peer.js';

export async function createPeer(threads: number, amount: string): Promise<JsPeer> {
  const cropgrad = await createCropgrad(threads, 'cpu', 'NHWC');
  return {
    ...cropgrad,
    async open(data) {
      const rows = await cropgrad.open(data);
      return { ...rows, 'operation/forward': off(rows, Number(amount)) };
    },
  };
}

function off(rows: Rows, amount: number): Row {
  const row = rows['operation/forward'];
  if ('absent' in row) throw new Error('cropgrad has this row');
  return {
    async check() {
      const { crops } = await row.check();
      return crops ? { crops: { ...crops, data: crops.data.map((value) => value + amount) } } : {};
    },
    time: () => {
      throw new Error('timed, although it is wrong');
    },
  };
}
