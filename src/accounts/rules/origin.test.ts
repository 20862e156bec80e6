import { expect, test } from 'vitest';
import { cameFrom } from './origin.ts';

const home = { host: 'desk.example:8080', public_origin: 'https://help.example' };

test.each([
  ['our own page', 'http://desk.example:8080', undefined, 'here'],
  ['our own page behind the proxy', 'https://help.example', undefined, 'here'],
  ['the same host without encryption', 'http://help.example', undefined, 'elsewhere'],
  ['another port', 'http://desk.example:9090', undefined, 'elsewhere'],
  ['another site', 'https://evil.example', undefined, 'elsewhere'],
  ['another site that names us', 'https://desk.example:8080.evil.example', undefined, 'elsewhere'],
  ['a page without an origin (a sandboxed frame)', 'null', 'same-origin', 'elsewhere'],
  ['no Origin, and the browser says the same origin', undefined, 'same-origin', 'here'],
  ['no Origin, and the person typed it', undefined, 'none', 'here'],
  ['no Origin, and a neighbour on our domain', undefined, 'same-site', 'elsewhere'],
  ['no Origin, and another site', undefined, 'cross-site', 'elsewhere'],
  ['neither', undefined, undefined, 'unsaid'],
])('%s', (_, origin, site, from) => {
  expect(cameFrom({ origin, site }, home)).toBe(from);
});
