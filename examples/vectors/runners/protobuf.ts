/** A field of a message of Protocol Buffers, encoded. */
export type Field = Uint8Array;

/** A string, or a message of more fields. */
export function text(number: number, value: string | readonly Field[]): Field {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : message(value);
  return message([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

/** A whole number that is not negative. */
export function whole(number: number, value: number): Field {
  return message([varint(number << 3), varint(value)]);
}

/** A float32. */
export function float(number: number, value: number): Field {
  return message([varint((number << 3) | 5), new Uint8Array(Float32Array.of(value).buffer)]);
}

/** Fields in a row. */
export function message(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(fields.flatMap((field) => [...field]));
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; bytes.length === 0 || rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
  }
  return Uint8Array.from(bytes);
}
