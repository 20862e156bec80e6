import { useEffect, useState } from 'react';
import { CheckBox, remember, remembered, wordsOf } from '#ui/ui.ts';
import type { Environment } from '../../rules/environment.ts';
import { pagePath } from '../../rules/page-path.ts';
import type { EnvironmentWords } from './words/en.ts';

const useEnvironmentWords = wordsOf<EnvironmentWords>('environment');
const remembered_at = 'send-environment';

interface Offered {
  environment: Environment | undefined;
  chosen: boolean;
  choose: (chosen: boolean) => void;
  /** What goes with the question: exactly what was shown, or nothing. */
  sent: { environment?: Environment };
}

/** What she works with, and whether it is sent; what she chose is remembered on this computer. */
export function useEnvironment(from: string | null): Offered {
  const [environment, setEnvironment] = useState<Environment>();
  const [chosen, setChosen] = useState(() => remembered(remembered_at) !== 'no');
  useEffect(() => {
    const page =
      pagePath(from, location.origin) ?? pagePath(document.referrer, location.origin) ?? location.pathname;
    // Without it the question goes just as well.
    import('./detect.ts').then(({ detect }) => detect(page)).then(setEnvironment, () => undefined);
  }, [from]);
  return {
    environment,
    chosen,
    choose: next => {
      setChosen(next);
      remember(remembered_at, next ? null : 'no');
    },
    sent: chosen && environment ? { environment } : {},
  };
}

/** Shows letter for letter what would be sent. */
export function EnvironmentBox({ offered: { environment, chosen, choose } }: { offered: Offered }) {
  const words = useEnvironmentWords();
  return (
    <div className="environment-box">
      <CheckBox
        label={
          <>
            {words.send}{' '}
            <span className="quiet">
              {environment
                ? [environment.browser, environment.system, words.page(environment.page)].join(' · ')
                : '…'}
            </span>
          </>
        }
        checked={chosen}
        onChange={event => choose(event.target.checked)}
      />
    </div>
  );
}

/** What was sent with a question, in one line. */
export function SentWith({ environment }: { environment: Environment | null }) {
  const words = useEnvironmentWords();
  if (!environment) return null;
  const { browser, system, page } = environment;
  return (
    <p className="quiet t-14">
      {words.sent_with}: {[browser, system, words.page(page)].join(' · ')}
    </p>
  );
}

/** The same for a list of facts: name and value. */
export function useEnvironmentFacts(environment: Environment | null): [name: string, value: string][] {
  const words = useEnvironmentWords();
  if (!environment) return [];
  return [
    [words.browser, environment.browser],
    [words.system, environment.system],
    [words.asked_on, environment.page],
  ];
}
