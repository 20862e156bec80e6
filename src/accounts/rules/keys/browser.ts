const browsers: [name: string, pattern: RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['Safari', /\bVersion\/.*Safari\//],
  ['Internet Explorer', /\bMSIE |Trident\//],
];
const systems: [name: string, pattern: RegExp][] = [
  ['iPad', /\biPad\b/],
  ['iPhone', /\biPhone\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Mac', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/**
 * What a person knows a browser by: "Firefox, Windows". Only known names come out, so nothing that a stranger sends as
 * a User-Agent is ever shown; empty when none is known.
 */
export function browserName(user_agent: string): string {
  const first = (of: typeof browsers) => of.find(([, pattern]) => pattern.test(user_agent))?.[0];
  return [first(browsers), first(systems)].filter(Boolean).join(', ');
}
