import { expect, test } from 'vitest';
import { pagePath } from './page-path.ts';

test.each([
  ['https://help.example/guide/slow', '/guide/slow'],
  ['https://help.example/tickets?q=Joan#top', '/tickets'],
  ['/tickets/1017?sent=yes', '/tickets/1017'],
  ['/', '/'],
  ['https://elsewhere.example/mail/inbox', undefined],
  ['https://help.example.evil/x', undefined],
  ['//evil.example/x', undefined],
  ['javascript:alert(1)', undefined],
  ['/a b', undefined],
  [`/${'x'.repeat(300)}`, undefined],
  ['', undefined],
  [null, undefined],
])('of %j the page is %j', (address, page) => expect(pagePath(address, 'https://help.example')).toBe(page));
