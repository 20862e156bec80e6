import { describe, expect, test } from 'vitest';
import { fatalError, greeting, isTerminate, readAnswer, rollback } from './wire.ts';

const message = (kind: string, ...content: number[]) => [
  kind.charCodeAt(0),
  0,
  0,
  0,
  content.length + 4,
  ...content,
];
const ready = (status: string) => message('Z', status.charCodeAt(0));

describe('an answer from the backend', () => {
  test('says where the session stands at its end', () => {
    const answer = Uint8Array.from([
      ...message('C', 66, 0),
      ...ready('T'),
      ...message('C', 67, 0),
      ...ready('I'),
    ]);
    expect(readAnswer(answer).status).toBe('I');
  });

  test('leaves the status open in the middle of a question', () => {
    expect(readAnswer(Uint8Array.from(message('1'))).status).toBeUndefined();
    expect(readAnswer(new Uint8Array()).status).toBeUndefined();
  });

  test('is not misread when a row holds what looks like a message', () => {
    const answer = Uint8Array.from([...message('D', ...ready('T')), ...ready('I')]);
    expect(readAnswer(answer)).toEqual({ status: 'I', notifications: [] });
  });

  test('gives its notifications whole, as bytes of their own', () => {
    const notification = message('A', 0, 0, 0, 1, 99, 0, 104, 105, 0);
    const answer = Buffer.from([...message('C', 0), ...notification, ...ready('I')]);
    const { notifications } = readAnswer(answer);
    expect(notifications).toEqual([Uint8Array.from(notification)]);
    expect(notifications[0]!.buffer.byteLength).toBe(notification.length);
  });

  test('is read at its place in a larger buffer', () => {
    const whole = Uint8Array.from([...ready('E'), ...ready('T')]);
    expect(readAnswer(whole.subarray(6)).status).toBe('T');
  });
});

describe('our own messages', () => {
  test('greet with the version and end idle', () => {
    const bytes = greeting('18.3');
    expect(Buffer.from(bytes).includes('server_version\x0018.3\0')).toBe(true);
    expect(readAnswer(bytes).status).toBe('I');
  });

  test('carry the SQLSTATE of a fatal error', () => {
    const bytes = Buffer.from(fatalError('25P03', 'too late'));
    expect(bytes.toString('latin1')).toContain('C25P03\0Mtoo late\0\0');
    expect(bytes.readUInt32BE(1)).toBe(bytes.length - 1);
  });

  test('begin a rollback with a sync', () => {
    expect(Buffer.from(rollback).toString('latin1')).toBe('S\0\0\0\x04Q\0\0\0\x0drollback\0');
  });

  test('know a goodbye', () => {
    expect(isTerminate(Uint8Array.from(message('X')))).toBe(true);
    expect(isTerminate(Uint8Array.from(message('Q')))).toBe(false);
  });
});
