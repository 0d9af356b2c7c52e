/** The yardstick of a transfer: each column's bytes as the engine holds them, one after the other in one buffer, described by a line of JSON. */
import binding from '@duckdb/node-bindings';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { DuckDBTypeId } from '@duckdb/node-api';

/** Where one column lies in the buffer; texts as words and one code a row. */
export interface PackedColumn {
  readonly name: string;
  readonly kind: 'int32' | 'float64' | 'wide' | 'codes';
  readonly at: number;
  readonly mask: number | null;
  readonly words?: readonly string[];
}

export interface Packed {
  readonly rows: number;
  readonly columns: readonly PackedColumn[];
  readonly bytes: Uint8Array;
}

const widths: Partial<Record<DuckDBTypeId, readonly [number, PackedColumn['kind']]>> = {
  [DuckDBTypeId.INTEGER]: [4, 'int32'],
  [DuckDBTypeId.DATE]: [4, 'int32'],
  [DuckDBTypeId.DOUBLE]: [8, 'float64'],
  [DuckDBTypeId.TIMESTAMP]: [8, 'wide'],
  [DuckDBTypeId.BIGINT]: [8, 'wide'],
  [DuckDBTypeId.DECIMAL]: [8, 'wide'],
};

/** Runs a statement and packs its result. */
export async function pack(connection: DuckDBConnection, statement: string): Promise<Packed> {
  const result = await connection.run(statement);
  const chunks = (await result.fetchAllChunks()).map((chunk) => ({ chunk, rows: chunk.rowCount }));
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rows, 0);
  const room = (width: number) => Math.ceil((rows * width) / 8) * 8;
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): number => {
    parts.push(part);
    length += part.byteLength;
    return length - part.byteLength;
  };
  const columns = result.columnNames().map((name, at): PackedColumn => {
    const [width, kind] = widths[result.columnTypeId(at)] ?? [0, 'codes'];
    const mask = maskOf(chunks, at, rows);
    const place = mask && add(mask);
    if (width === 0) {
      const { codes, words } = wordsOf(chunks, at, room(4));
      return { name, kind, at: add(codes), mask: place, words };
    }
    const bytes = new Uint8Array(room(width));
    let to = 0;
    for (const { chunk, rows: some } of chunks) {
      bytes.set(binding.vector_get_data(vectorOf(chunk, at), some * width), to);
      to += some * width;
    }
    return { name, kind, at: add(bytes), mask: place };
  });
  const bytes = new Uint8Array(length);
  let to = 0;
  for (const part of parts) {
    bytes.set(part, to);
    to += part.byteLength;
  }
  return { rows, columns, bytes };
}

interface Piece {
  readonly chunk: DuckDBDataChunk;
  readonly rows: number;
}

function vectorOf(chunk: DuckDBDataChunk, at: number) {
  return binding.data_chunk_get_vector(chunk.chunk, at);
}

// Whole chunks hold 2,048 rows, so that their masks lie side by side; null where nothing is missing.
function maskOf(chunks: readonly Piece[], at: number, rows: number): Uint8Array | null {
  const mask = new Uint8Array(Math.ceil(rows / 64) * 8).fill(255);
  let [to, some] = [0, false];
  for (const { chunk, rows: count } of chunks) {
    const own = binding.vector_get_validity(vectorOf(chunk, at), Math.ceil(count / 64) * 8);
    if (own) {
      mask.set(own, to / 8);
      some = true;
    }
    to += count;
  }
  return some ? mask : null;
}

function wordsOf(chunks: readonly Piece[], at: number, room: number) {
  const utf8 = new TextDecoder();
  const index = new Map<string, number>();
  const codes = new Int32Array(room / 4);
  let row = 0;
  for (const { chunk, rows } of chunks) {
    const bytes = binding.vector_get_data(vectorOf(chunk, at), rows * 16);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i < rows; i++, row++) {
      const size = view.getUint32(i * 16, true);
      const text = utf8.decode(
        size <= 12
          ? bytes.subarray(i * 16 + 4, i * 16 + 4 + size)
          : binding.get_data_from_pointer(bytes.buffer as ArrayBuffer, bytes.byteOffset + i * 16 + 8, size),
      );
      let code = index.get(text);
      if (code === undefined) index.set(text, (code = index.size));
      codes[row] = code;
    }
  }
  return { codes: new Uint8Array(codes.buffer), words: [...index.keys()] };
}
