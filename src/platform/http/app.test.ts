import { expect, test } from 'vitest';
import { loggedError } from './app.ts';

test('a failed query is logged by what the database said, without what people wrote', () => {
  const cause = Object.assign(new Error('duplicate key value'), { code: '23505' });
  const failed = Object.assign(new Error('Failed query: insert …\nparams: a secret', { cause }), {
    query: 'insert into x values ($1)',
    params: ['a secret'],
  });
  const logged = loggedError(failed);
  expect(logged).toMatchObject({
    message: 'duplicate key value',
    code: '23505',
    query: 'insert into x values ($1)',
  });
  expect(JSON.stringify(logged)).not.toContain('a secret');
});
