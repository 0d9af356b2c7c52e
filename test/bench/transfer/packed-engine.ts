/** The yardstick's own process: one database behind a port that gives packed columns. */
import { DuckDBInstance } from '@duckdb/node-api';
import { pack } from './packed';
import { statement } from './statement';

async function start(): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  process.parentPort.on('message', ({ ports: [port] }) => {
    port?.on('message', ({ data: rows }) => {
      void pack(connection, statement(Number(rows))).then((packed) => port.postMessage(packed));
    });
    port?.start();
  });
  process.parentPort.postMessage('open');
}

void start();
