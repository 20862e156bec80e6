import Bowser from 'bowser';
import type { Environment } from '../../rules/environment.ts';

/** What newer browsers tell when they are asked, and the old line of text no longer does. */
interface UserAgentData {
  brands: { brand: string; version: string }[];
  getHighEntropyValues: (names: string[]) => Promise<{
    platform?: string;
    platformVersion?: string;
    fullVersionList?: { brand: string; version: string }[];
  }>;
}

/** "Chrome 141", "Windows 10": enough to know whose problem it is (S18, S19), and not more. */
export async function detect(page: string): Promise<Environment> {
  const { browser, os } = Bowser.parse(navigator.userAgent);
  const told = await (navigator as { userAgentData?: UserAgentData }).userAgentData
    ?.getHighEntropyValues(['platformVersion'])
    .catch(() => undefined);
  const system = told?.platform
    ? systemOf(told.platform, told.platformVersion)
    : joined(os.name, os.versionName ?? os.version);
  return {
    browser: joined(browser.name, major(browser.version)) || '?',
    system: system || '?',
    page,
  };
}

/** Windows 11 tells 13 and more; its line of text still says 10. */
function systemOf(platform: string, version = ''): string {
  const first = Number(major(version));
  if (platform === 'Windows') return first >= 13 ? 'Windows 11' : first > 0 ? 'Windows 10' : 'Windows 8';
  return joined(platform, major(version) === '0' ? '' : major(version));
}

const major = (version = '') => version.split('.')[0] ?? '';
const joined = (name = '', version = '') => [name, version].filter(Boolean).join(' ').slice(0, 200);
