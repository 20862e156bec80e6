import { expect, test } from 'vitest';
import { Misconfigured, readConfig } from './config.ts';

const wrongWith = (env: NodeJS.ProcessEnv, args: string[] = []): string[] => {
  try {
    readConfig(env, args);
    return [];
  } catch (error) {
    return (error as Misconfigured).list;
  }
};

test('nothing set is a working installation on this computer', () => {
  expect(readConfig({})).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    database_url: undefined,
    demo: false,
  });
});

test('everything that is wrong is told at once, by name', () => {
  const wrong = wrongWith({ PORT: 'eighty', DATABASE_URL: 'mysql://x', METRICS_TOKEN: 'short' }, ['--domo']);
  expect(wrong.map(line => line.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'METRICS_TOKEN', '--domo']);
});

test('the demo town opens on loopback only', () => {
  expect(wrongWith({ HOST: '0.0.0.0' }, ['--demo'])).toHaveLength(1);
  expect(wrongWith({ HOST: '192.168.1.5' }, ['--demo'])).toHaveLength(1);
  expect(wrongWith({ PUBLIC_URL: 'https://help.example.org' }, ['--demo'])).toHaveLength(1);
  for (const HOST of ['127.0.0.1', 'localhost', '::1']) expect(wrongWith({ HOST }, ['--demo'])).toEqual([]);
});

test('an empty variable is as good as none', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' }).port).toBe(8080);
});
