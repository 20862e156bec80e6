import { Suspense, useState, type FormEvent } from 'react';
import type { KeyAsked, KeyGiven } from '#accounts/rules/keys/key.ts';
import type { OtherSchools } from '#accounts/rules/several.ts';
import { navigate } from '#ui/route/router.tsx';
import { Button, ErrorSummary, TextField, toast, useSubmit } from '#ui/ui.ts';
import { EntrancePage } from '../EntrancePage.tsx';
import { GiveKey } from '../keys/KeyStep.tsx';
import { PasswordField } from '../PasswordField.tsx';
import { useSession } from '../SignedIn.tsx';
import { WhoIsIt, type Named } from '../WhoIsIt.tsx';
import { useSeveralWords } from './words.ts';

/** I also work at another school: both sign-ins are proved, in the steps of signing in. */
export const AlsoTherePage = () => (
  <Suspense>
    <Saying />
  </Suspense>
);

type Answer = OtherSchools | { people: Named[] } | KeyAsked;
const toAccount = () => navigate('/account');

function Saying() {
  const words = useSeveralWords().also;
  const here = useSession().school!.name;
  const [given, setGiven] = useState({ password: '', username: '', password_there: '' });
  const [people, setPeople] = useState<Named[]>();
  const [asked, setAsked] = useState<{ person: number } & KeyAsked>();
  const { submit, busy, problem, clear } = useSubmit<Answer>();
  const send = async (more: { person?: number; key?: KeyGiven } = {}) => {
    const answer = await submit('/api/account/schools', { ...given, ...more });
    if (!answer) return;
    if ('people' in answer) return setPeople(answer.people);
    if ('key' in answer) return setAsked({ person: more.person!, ...answer });
    toast({ text: words.said });
    toAccount();
  };
  const again = () => (clear(), setPeople(undefined), setAsked(undefined));
  const set = (more: Partial<typeof given>) => setGiven({ ...given, ...more });
  if (asked)
    return (
      <GiveKey
        asked={asked.key}
        {...{ busy, problem, clear }}
        onKey={key => void send({ person: asked.person, key })}
        onBack={again}
      />
    );
  if (people)
    return <WhoIsIt {...{ people, busy, problem }} onPick={person => void send({ person })} onBack={again} />;
  const labels = {
    password: { id: 'own-password', label: words.own(here) },
    username: { id: 'username-there', label: words.username },
    password_there: { id: 'password-there', label: words.there },
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <EntrancePage arriving title={words.title} lead={words.lead}>
      <ErrorSummary problem={problem} fields={labels} />
      <form onSubmit={onSubmit}>
        <PasswordField
          {...labels.password}
          autoComplete="current-password"
          required
          error={problem?.of('password')}
          value={given.password}
          onChange={event => set({ password: event.target.value })}
        />
        <TextField
          {...labels.username}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          error={problem?.of('username')}
          value={given.username}
          onChange={event => set({ username: event.target.value })}
        />
        <PasswordField
          {...labels.password_there}
          autoComplete="off"
          required
          value={given.password_there}
          onChange={event => set({ password_there: event.target.value })}
        />
        <Button look="main" type="submit" busy={busy}>
          {words.next}
        </Button>
      </form>
      <Button look="bare" small icon="left" onClick={toAccount}>
        {words.back}
      </Button>
    </EntrancePage>
  );
}
