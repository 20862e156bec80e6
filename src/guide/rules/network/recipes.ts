import type { Words } from '#platform/schemas.ts';
import type { Entry } from './network.ts';

/** What is typed into common firewalls and proxies, made from the list. Names are those that Entry lets through. */

interface Recipe {
  name: string;
  /** Where it is put, and what to know. */
  about: Words;
  text: (entries: readonly Entry[]) => string;
}

const hostsOf = (entries: readonly Entry[]) => [...new Set(entries.map(({ host }) => host))];
/** The hosts behind each port, in the order of the list. */
function byPort(entries: readonly Entry[]) {
  const found = new Map<string, { port: number; protocol: Entry['protocol']; hosts: string[] }>();
  for (const { host, port, protocol } of entries) {
    const key = `${protocol}_${port}`;
    const there = found.get(key) ?? { port, protocol, hosts: [] };
    found.set(key, { ...there, hosts: [...there.hosts, host] });
  }
  return [...found].map(([key, rest]) => ({ key, ...rest }));
}
const lines = (...all: (string | string[])[]) => `${all.flat().join('\n')}\n`;

// prettier-ignore
export const recipes = {
  squid: {
    name: 'Squid',
    about: {
      en: 'Into squid.conf, above the first “http_access deny”. The last two lines leave these pages closed where Squid opens secure pages.',
      fr: 'Dans squid.conf, au-dessus du premier « http_access deny ». Les deux dernières lignes laissent ces pages fermées là où Squid ouvre les pages sécurisées.',
    },
    text: entries => lines(
      byPort(entries.filter(({ protocol }) => protocol === 'tcp')).flatMap(({ key, port, hosts }) => [
        `acl firstline_${key}_hosts dstdomain ${hosts.join(' ')}`,
        `acl firstline_${key}_port port ${port}`,
        `http_access allow firstline_${key}_hosts firstline_${key}_port`,
      ]),
      `acl firstline_tls ssl::server_name ${hostsOf(entries).join(' ')}`,
      'ssl_bump splice firstline_tls',
    ),
  },
  windows: {
    name: 'Windows Defender Firewall',
    about: {
      en: 'In PowerShell as an administrator. Windows 11 or Windows Server 2022 and newer, which know rules by name.',
      fr: 'Dans PowerShell, en tant qu’administrateur. Windows 11 ou Windows Server 2022 et plus récents, qui connaissent les règles par nom.',
    },
    text: entries => lines(
      '$ids = @{}',
      hostsOf(entries).flatMap(host => [
        `$ids['${host}'] = '{' + (New-Guid).ToString() + '}'`,
        `New-NetFirewallDynamicKeywordAddress -Id $ids['${host}'] -Keyword '${host}' -AutoResolve $true`,
      ]),
      entries.map(({ host, port, protocol }) =>
        `New-NetFirewallRule -DisplayName 'Firstline ${host} ${protocol} ${port}' -Direction Outbound -Action Allow -Protocol ${protocol.toUpperCase()} -RemotePort ${port} -RemoteDynamicKeywordAddresses $ids['${host}']`),
    ),
  },
  pfsense: {
    name: 'pfSense',
    about: {
      en: 'Firewall, Aliases, Import: the first block under IP as “firstline_hosts”, the second under Ports as “firstline_ports”. Then a rule on LAN: pass, to firstline_hosts, port firstline_ports.',
      fr: 'Firewall, Aliases, Import : le premier bloc sous IP comme « firstline_hosts », le second sous Ports comme « firstline_ports ». Puis une règle sur LAN : pass, vers firstline_hosts, port firstline_ports.',
    },
    text: entries => lines(
      hostsOf(entries),
      '',
      [...new Set(entries.map(({ port }) => String(port)))],
    ),
  },
  fortigate: {
    name: 'FortiGate',
    about: {
      en: 'In the command line. Put in the names of your own interfaces in place of “internal” and “wan1”.',
      fr: 'En ligne de commande. Mettez les noms de vos interfaces à la place de « internal » et « wan1 ».',
    },
    text: entries => lines(
      'config firewall address',
      hostsOf(entries).flatMap(host => [`    edit "firstline-${host}"`, '        set type fqdn', `        set fqdn "${host}"`, '    next']),
      'end',
      'config firewall service custom',
      byPort(entries).flatMap(({ port, protocol }) => [`    edit "firstline-${protocol}-${port}"`, `        set ${protocol}-portrange ${port}`, '    next']),
      'end',
      'config firewall policy',
      byPort(entries).flatMap(({ port, protocol, hosts }) => [
        '    edit 0',
        `        set name "firstline-${protocol}-${port}"`,
        '        set srcintf "internal"',
        '        set dstintf "wan1"',
        '        set srcaddr "all"',
        `        set dstaddr ${hosts.map(host => `"firstline-${host}"`).join(' ')}`,
        `        set service "firstline-${protocol}-${port}"`,
        '        set schedule "always"',
        '        set action accept',
        '        set nat enable',
        '    next',
      ]),
      'end',
    ),
  },
  iptables: {
    name: 'iptables',
    about: {
      en: 'On the router, before what it drops. Names become numbers when the rule is made: make the rules again each day.',
      fr: 'Sur le routeur, avant ce qu’il rejette. Les noms deviennent des numéros quand la règle est créée : recréez les règles chaque jour.',
    },
    text: entries => lines(
      'iptables -I FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
      entries.map(({ host, port, protocol }) =>
        `iptables -I FORWARD -p ${protocol} -d ${host} --dport ${port} -m conntrack --ctstate NEW -j ACCEPT`),
    ),
  },
  nftables: {
    name: 'nftables',
    about: {
      en: 'As a file for “nft -f”. Names become numbers when it is loaded: load it again each day.',
      fr: 'Comme fichier pour « nft -f ». Les noms deviennent des numéros au chargement : rechargez-le chaque jour.',
    },
    text: entries => lines(
      'add table inet firstline',
      'add chain inet firstline allow { type filter hook forward priority -10; policy accept; }',
      'flush chain inet firstline allow',
      entries.map(({ host, port, protocol }) => `add rule inet firstline allow ip daddr ${host} ${protocol} dport ${port} accept`),
    ),
  },
  pac: {
    name: 'PAC',
    about: {
      en: 'A proxy configuration file: these pages go without the proxy. Put in the address of your own proxy in the last line.',
      fr: 'Un fichier de configuration de proxy : ces pages passent sans le proxy. Mettez l’adresse de votre proxy dans la dernière ligne.',
    },
    text: entries => lines(
      'function FindProxyForURL(url, host) {',
      `  var direct = [${hostsOf(entries).map(host => `"${host}"`).join(', ')}];`,
      '  for (var i = 0; i < direct.length; i++) {',
      '    if (host.toLowerCase() === direct[i]) return "DIRECT";',
      '  }',
      '  return "PROXY proxy.school.example:3128";',
      '}',
    ),
  },
} as const satisfies Record<string, Recipe>;

export type RecipeId = keyof typeof recipes;
export const recipe_ids = Object.keys(recipes) as RecipeId[];
