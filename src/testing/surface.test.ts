import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from './client.ts';
import { listen } from './listener.ts';
import { openHouse, type House } from './house.ts';

let house: House;
let maya: Client;
beforeAll(async () => {
  house = await openHouse();
  maya = await house.as('Maya Chen');
});
afterAll(() => house.close());

describe('what every answer carries', () => {
  test('a policy without inline script, no sniffing, no frame, a request id, no cache of the API', async () => {
    const { headers } = await maya.get('/api/tickets');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('a problem is RFC 9457, also for a path or a body that is nothing', async () => {
    const lost = await house.anyone.get('/api/nothing');
    expect(lost.status).toBe(404);
    expect(lost.headers['content-type']).toContain('application/problem+json');
    expect(lost.body).toMatchObject({ type: '/problems/not_found', status: 404, title: 'Not found' });
    const broken = await house.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload: '{"username":',
    });
    expect(broken.statusCode).toBe(422);
    expect((await house.anyone.get('/api/tickets')).body.type).toBe('/problems/not_signed_in');
  });
});

describe('the API describes itself', () => {
  test('in OpenAPI 3.1, from the schemas that validate, every route with its answers', async () => {
    const { body } = await house.anyone.get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = house.app.routeNames.filter(name => name.includes(' /api/') && !/docs|openapi/.test(name));
    expect([...new Set(described)].sort()).toEqual([...new Set(served)].sort());
    const opening = body.paths['/api/tickets'].post.requestBody.content['application/json'].schema;
    expect(opening.required).toEqual(['subject', 'category', 'impact', 'urgency']);
  });

  test('and its page loads nothing from elsewhere', async () => {
    const page = await house.app.inject('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('/api/tickets/{number}/moves');
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.body).not.toMatch(/<script|<style|style=/);
  });
});

describe('watching', () => {
  test('it says that it lives, that it is ready, and what it measures', async () => {
    expect((await house.anyone.get('/healthz')).body).toEqual({ alive: true });
    expect((await house.anyone.get('/readyz')).body).toEqual({ ready: true });
    expect((await house.anyone.get('/metrics')).body).toContain('http_request_seconds_count');
  });

  test('its measures are for this computer or the token', async () => {
    const far = await house.app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' });
    expect(far.statusCode).toBe(404);
    const proxied = await house.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } });
    expect(proxied.statusCode).toBe(404);
  });
});

test('a server that stops finishes what was begun, and ends the streams', async () => {
  const other = await openHouse();
  await other.app.listen({ port: 0, host: '127.0.0.1' });
  const maria = await other.as('Maria Santos');
  const page = await listen(other, maria);
  const { port } = other.app.server.address() as AddressInfo;
  const opening = {
    subject: 'Last',
    description: 'x',
    category: 'pen',
    impact: 'one_person',
    urgency: 'low',
  };
  const body = JSON.stringify(opening);
  const headers = { ...maria.headers, 'content-type': 'application/json', 'content-length': body.length };
  const sent = request({ port, host: '127.0.0.1', path: '/api/tickets', method: 'POST', headers });
  const answered = new Promise<number>((settle, reject) => {
    sent.on('response', answer => settle(answer.resume().statusCode!)).on('error', reject);
  });
  sent.write(body.slice(0, 10));
  await new Promise(settle => setTimeout(settle, 300)); // begun: its first half is there
  const closed = other.close();
  sent.end(body.slice(10));
  expect(await answered).toBe(201);
  await closed;
  await page.cut();
});
