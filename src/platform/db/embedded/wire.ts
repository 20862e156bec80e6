/**
 * The few messages of PostgreSQL's wire protocol (version 3) that the bridge reads or writes itself.
 * A message is one byte of kind, four bytes of length (without the kind), and its content.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */

/** Where a session stands after an answer: idle, in a transaction, or in a failed one. */
export type SessionStatus = 'I' | 'T' | 'E';

export interface Reading {
  /** The last ReadyForQuery; undefined when the backend waits for more of the question. */
  status: SessionStatus | undefined;
  /** Each NotificationResponse, whole, to be passed on to other connections. */
  notifications: Uint8Array[];
}

const header = 5;
const kinds = {
  notification: 'A',
  error: 'E',
  readyForQuery: 'Z',
  parameter: 'S',
  query: 'Q',
  sync: 'S',
  terminate: 'X',
};

/** Walks the backend's messages in `answer`, which holds whole messages only. */
export function readAnswer(answer: Uint8Array): Reading {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  const reading: Reading = { status: undefined, notifications: [] };
  for (let at = 0; at + header <= answer.length;) {
    const kind = String.fromCharCode(answer[at]!);
    const end = at + 1 + view.getUint32(at + 1);
    if (kind === kinds.readyForQuery)
      reading.status = String.fromCharCode(answer[at + header]!) as SessionStatus;
    if (kind === kinds.notification) reading.notifications.push(new Uint8Array(answer.subarray(at, end)));
    at = end;
  }
  return reading;
}

/** Whether the client says goodbye. */
export const isTerminate = (bytes: Uint8Array) => bytes[0] === kinds.terminate.charCodeAt(0);

/** The answer to a client's first message: signed in, these are the parameters, ask. */
export function greeting(serverVersion: string): Uint8Array {
  const parameters = {
    server_version: serverVersion,
    client_encoding: 'UTF8',
    TimeZone: 'UTC',
    DateStyle: 'ISO, MDY',
  };
  return Buffer.concat([
    message('R', Buffer.alloc(4)),
    ...Object.entries(parameters).map(([name, value]) =>
      message(kinds.parameter, Buffer.from(`${name}\0${value}\0`)),
    ),
    message(kinds.readyForQuery, Buffer.from('I')),
  ]);
}

/** The end of a connection: a fatal error with its SQLSTATE, as a server sends it. */
export function fatalError(sqlState: string, text: string): Uint8Array {
  return message(kinds.error, Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0M${text}\0\0`));
}

/** Ends whatever a session has begun. The sync comes first: after an error in an extended query nothing else is heard. */
export const rollback: Uint8Array = Buffer.concat([
  message(kinds.sync, Buffer.alloc(0)),
  message(kinds.query, Buffer.from('rollback\0')),
]);

function message(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(header);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}
