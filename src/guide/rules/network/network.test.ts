import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstGuide } from '../first/first.ts';
import { comparedWith, Entry, isNews, keyOf, onDay, toAllow } from './network.ts';
import { recipe_ids, recipes } from './recipes.ts';
import { firstEntries, withList } from './variables.ts';

const entry = (host: string, port = 443, protocol: 'tcp' | 'udp' = 'tcp'): Entry => ({
  ...{ host, port, protocol, direction: 'out' },
  purpose: { en: 'Pages', fr: 'Pages' },
});
const some = [
  entry('sis.example.org'),
  entry('sis.example.org', 8443),
  entry('files.example.net'),
  entry('time.example.org', 123, 'udp'),
];

describe('a list', () => {
  test.each([
    'sis',
    '*.example.org',
    '10.0.0.1',
    'a b.org',
    "x'.org",
    'x;rm.org',
    '-a.org',
    'https://a.org',
    '',
  ])('takes no host %j', host => expect(Entry.safeParse({ ...entry('a.org'), host }).success).toBe(false));

  test('of two lists says what was added and what was removed', () => {
    const after = [some[0]!, some[2]!, entry('new.example.org')];
    const { added, removed } = comparedWith(some, after);
    expect([added.map(keyOf), removed.map(keyOf)]).toEqual([
      ['new.example.org tcp 443'],
      ['sis.example.org tcp 8443', 'time.example.org udp 123'],
    ]);
  });

  test('holds from its day on, and the newest of those whose day has come', () => {
    const lists = [['2026-01-01'], ['2026-12-04'], ['2026-12-10']].map(([holds_from], at) => ({
      ...{ version: at + 1, holds_from: holds_from!, entries: [] },
    }));
    const on = (day: string) => {
      const { now, coming } = onDay(lists, day);
      return [now?.version, coming.map(({ version }) => version)];
    };
    expect(on('2025-12-31')).toEqual([undefined, [1, 2, 3]]);
    expect(on('2026-12-03')).toEqual([1, [2, 3]]);
    expect(on('2026-12-04')).toEqual([2, [3]]);
    expect(on('2027-01-01')).toEqual([3, []]);
  });

  test('lets through what holds and what is to come, each once', () => {
    expect(toAllow(some, [[some[0]!, entry('new.example.org')]]).map(keyOf)).toEqual([
      ...some.map(keyOf),
      'new.example.org tcp 443',
    ]);
  });

  test('is news once when it is told, and once more on its day', () => {
    const told = new Date('2026-11-23T17:00:00Z');
    const list = { told, holds_from: '2026-12-04' };
    const looked = (day: string) => ({ at: new Date(`${day}T20:00:00Z`), day });
    expect(isNews(list, null, '2026-11-23')).toBe(true);
    expect(isNews(list, looked('2026-11-22'), '2026-11-23')).toBe(true);
    expect(isNews(list, looked('2026-11-23'), '2026-11-24')).toBe(false);
    expect(isNews(list, looked('2026-11-23'), '2026-12-04')).toBe(true);
    expect(isNews(list, looked('2026-12-04'), '2026-12-05')).toBe(false);
  });
});

describe('the guide’s variables', () => {
  test('give the first list, and come back from it as they were', () => {
    const variables = {
      ...firstGuide().variables,
      SIS_HOST: 'sis.example.org',
      SIS_PORTS: [443, 8443],
      SIS_OTHER_HOSTS: ['files.example.net'],
    };
    expect(withList(variables, firstEntries(variables))).toEqual(variables);
  });

  test('follow the list: ports of the system’s own host, and the other hosts', () => {
    const variables = { ...firstGuide().variables, SIS_HOST: 'sis.example.org' };
    const { SIS_PORTS, SIS_OTHER_HOSTS, SIS_HOST } = withList(variables, some);
    expect([SIS_HOST, SIS_PORTS, SIS_OTHER_HOSTS]).toEqual([
      'sis.example.org',
      [443, 8443],
      ['files.example.net'],
    ]);
  });
});

describe('recipes', () => {
  test('each names every host and port, and nothing that a shell or a browser would run', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ host: fc.domain(), port: fc.integer({ min: 1, max: 65_535 }) }), {
          ...{ minLength: 1, maxLength: 8, selector: ({ host, port }) => `${host.toLowerCase()} ${port}` },
        }),
        given => {
          const entries = given.map(({ host, port }) => ({ ...entry(host.toLowerCase()), port }));
          fc.pre(entries.every(each => Entry.safeParse(each).success));
          for (const id of recipe_ids) {
            const text = recipes[id].text(entries);
            for (const { host, port } of entries) {
              expect(text, id).toContain(host);
              if (id !== 'pac') expect(text, id).toContain(String(port));
            }
          }
        },
      ),
    );
  });

  test('Squid: each host goes with its own ports', () => {
    expect(recipes.squid.text(some)).toBe(
      [
        'acl firstline_tcp_443_hosts dstdomain sis.example.org files.example.net',
        'acl firstline_tcp_443_port port 443',
        'http_access allow firstline_tcp_443_hosts firstline_tcp_443_port',
        'acl firstline_tcp_8443_hosts dstdomain sis.example.org',
        'acl firstline_tcp_8443_port port 8443',
        'http_access allow firstline_tcp_8443_hosts firstline_tcp_8443_port',
        'acl firstline_tls ssl::server_name sis.example.org files.example.net time.example.org',
        'ssl_bump splice firstline_tls',
        '',
      ].join('\n'),
    );
  });

  test('the PAC file is a script that sends these hosts directly, and others by the proxy', () => {
    const found = (host: string) =>
      runInNewContext(`${recipes.pac.text(some)}; FindProxyForURL('https://${host}/', '${host}')`) as string;
    expect(found('SIS.example.org')).toBe('DIRECT');
    expect(found('files.example.net')).toBe('DIRECT');
    expect(found('sis.example.org.evil.example')).toMatch(/^PROXY /);
  });

  test('FortiGate: every block is closed, and what a policy names is there', () => {
    const text = recipes.fortigate.text(some);
    const count = (what: RegExp) => text.match(what)?.length ?? 0;
    expect([count(/^config /gm), count(/^end$/gm)]).toEqual([3, 3]);
    expect(count(/^ {4}edit /gm)).toBe(count(/^ {4}next$/gm));
    const named = [...text.matchAll(/set (?:dstaddr|service) (.*)/g)].flatMap(([, names]) =>
      names!.match(/"[^"]+"/g)!,
    );
    for (const name of named) expect(text).toContain(`edit ${name}`);
    expect(text).toContain('set udp-portrange 123');
  });

  test('Windows: each rule has the id of its own host', () => {
    const text = recipes.windows.text(some);
    expect(text.match(/New-NetFirewallDynamicKeywordAddress/g)).toHaveLength(3);
    expect(
      text.match(/New-NetFirewallRule .* -RemoteDynamicKeywordAddresses \$ids\['[\w.]+'\]$/gm),
    ).toHaveLength(4);
    expect(text).toContain(
      "-Protocol UDP -RemotePort 123 -RemoteDynamicKeywordAddresses $ids['time.example.org']",
    );
  });

  test('iptables: each rule is a command by itself', () => {
    const [known, ...rules] = recipes.iptables.text(some).trim().split('\n');
    expect(known).toContain('ESTABLISHED,RELATED');
    expect(rules).toHaveLength(some.length);
    expect(rules[3]).toBe(
      'iptables -I FORWARD -p udp -d time.example.org --dport 123 -m conntrack --ctstate NEW -j ACCEPT',
    );
  });

  test('nftables: a table of its own, emptied before it is filled', () => {
    const text = recipes.nftables.text(some).trim().split('\n');
    expect(text.slice(0, 3).map(line => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'add table',
      'add chain',
      'flush chain',
    ]);
    expect(text.slice(3)).toHaveLength(some.length);
  });
});
