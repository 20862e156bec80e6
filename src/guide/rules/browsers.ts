/** Browsers and systems by the names that the list of the supported ones uses. */

export const families = ['edge', 'chrome', 'firefox', 'safari', 'ie', 'opera'] as const;
export type Family = (typeof families)[number];
export const systems = ['windows', 'mac', 'chromeos', 'linux', 'ios', 'android'] as const;
export type System = (typeof systems)[number];

export interface Browser {
  family: Family | null;
  version: number;
  system: System | null;
}

export const browser_names: Record<Family, string> = {
  edge: 'Edge',
  chrome: 'Chrome',
  firefox: 'Firefox',
  safari: 'Safari',
  ie: 'Internet Explorer',
  opera: 'Opera',
};
export const system_names: Record<System, string> = {
  windows: 'Windows',
  mac: 'Mac',
  chromeos: 'ChromeOS',
  linux: 'Linux',
  ios: 'iPhone, iPad',
  android: 'Android',
};

/** What names a browser in the line it sends, the surest first: most of them call themselves by others' names too. */
const signs: [Family, RegExp][] = [
  ['ie', /(?:MSIE |Trident\/.*rv:)(\d+)/],
  ['edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['opera', /OPR\/(\d+)/],
  ['firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['safari', /Version\/(\d+).*Safari/],
];
const system_signs: [System, RegExp][] = [
  ['ios', /iPhone|iPad|iPod/],
  ['android', /Android/],
  ['chromeos', /CrOS/],
  ['windows', /Windows/],
  ['mac', /Mac/],
  ['linux', /Linux|X11/],
];

/** Which browser and system a user agent names. */
export function browserOf(user_agent: string): Browser {
  const [family, sign] = signs.find(([, each]) => each.test(user_agent)) ?? [null, undefined];
  const system = system_signs.find(([, each]) => each.test(user_agent))?.[0] ?? null;
  return { family, version: Number(sign?.exec(user_agent)?.[1] ?? 0), system };
}

export const verdicts = ['supported', 'too_old', 'ie_mac', 'not_listed'] as const;
export type Verdict = (typeof verdicts)[number];

type Supported = readonly { family: Family; min: number; os: readonly System[] }[];

/** Whether a browser is on the list; Internet Explorer on a Mac is the paper's own exception (S19). */
export function verdictOn({ family, version, system }: Browser, list: Supported): Verdict {
  if (family === 'ie' && system === 'mac') return 'ie_mac';
  const known = list.find(each => each.family === family && system !== null && each.os.includes(system));
  if (!known) return family === 'ie' ? 'too_old' : 'not_listed';
  return version >= known.min ? 'supported' : 'too_old';
}
