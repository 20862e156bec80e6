import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SignOnSettings, TrialAnswer } from '#accounts/rules/sign-on.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import {
  Button,
  CheckBox,
  ErrorSummary,
  ExactField,
  NotYet,
  Notice,
  RadioGroup,
  TextField,
  toast,
  useSubmit,
} from '#ui/ui.ts';
import { askSignOn, usePeopleLive, usePeopleWords } from './accounts.ts';
import { NarrowForm } from './NarrowForm.tsx';

/** How the iGroup signs in through a provider. For administrators. */
export function SignOnPage() {
  const words = usePeopleWords().sign_on;
  usePeopleLive();
  const asked = useQuery(askSignOn());
  return (
    <WorkPage above={<Link to="/desk/settings">{words.settings}</Link>} title={words.title} lead={words.lead}>
      <NotYet asked={asked} lines={8} />
      {asked.data && <SignOnForm settings={asked.data} />}
    </WorkPage>
  );
}

const secret_hints = { none: 'secret_none', kept: 'secret_kept', lost: 'secret_lost' } as const;
const ids = ['issuer', 'client_id', 'client_secret', 'claim', 'label'] as const;

/** What is typed stays, whatever is refused or comes in meanwhile. */
function SignOnForm({ settings }: { settings: SignOnSettings }) {
  const words = usePeopleWords().sign_on;
  const client = useQueryClient();
  const [given, setGiven] = useState(() => ({ ...settings, client_secret: '' }));
  const saving = useSubmit<SignOnSettings>('put');
  const trying = useSubmit<TrialAnswer>();
  const [answer, setAnswer] = useState<TrialAnswer>();
  const problem = saving.problem ?? trying.problem;
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  const wired = (id: (typeof ids)[number]) => ({
    id,
    label: words[id],
    value: given[id],
    error: problem?.of(id),
    onChange: (event: { target: { value: string } }) => set({ [id]: event.target.value }),
  });
  const secret = given.client_secret && { client_secret: given.client_secret };
  const save = async () => {
    trying.clear();
    const { issuer, client_id, claim, label, is_on, passwords } = given;
    const kept = await saving.submit('/api/sign-on/settings', {
      ...{ issuer, client_id, claim, label, is_on, passwords },
      ...secret,
    });
    if (!kept) return;
    set({ ...kept, client_secret: '' });
    client.setQueryData(askSignOn().queryKey, kept);
    toast({ text: words.saved });
  };
  const tryIt = async () => {
    saving.clear();
    setAnswer(undefined);
    const { issuer, client_id } = given;
    setAnswer(await trying.submit('/api/sign-on/settings/trial', { issuer, client_id, ...secret }));
  };
  return (
    <NarrowForm submit={save}>
      <ErrorSummary
        problem={problem}
        fields={Object.fromEntries(ids.map(id => [id, { id, label: words[id] }]))}
      />
      <ExactField {...wired('issuer')} hint={words.issuer_hint} inputMode="url" />
      <TextField label={words.back} hint={words.back_hint} readOnly value={settings.back} />
      <ExactField {...wired('client_id')} />
      <ExactField
        {...wired('client_secret')}
        hint={words[secret_hints[settings.client_secret]]}
        type="password"
        autoComplete="new-password"
      />
      <ExactField {...wired('claim')} hint={words.claim_hint} />
      <TextField {...wired('label')} hint={words.label_hint} autoComplete="off" />
      <CheckBox
        label={words.is_on}
        checked={given.is_on}
        onChange={event => set({ is_on: event.target.checked })}
      />
      <RadioGroup
        name="passwords"
        label={words.passwords}
        choices={[
          { value: 'everybody', label: words.everybody },
          { value: 'administrators', label: words.administrators, hint: words.administrators_hint },
        ]}
        value={given.passwords}
        onChange={passwords => set({ passwords })}
      />
      {answer && (
        <Notice tone={answer.works ? 'good' : 'bad'} title={answer.works ? words.works : words.works_not}>
          <p>{words.trying}:</p>
          <ul>
            {answer.steps.map(({ ok, sentence }) => (
              <li key={sentence}>
                {ok ? '✓' : '✗'} {sentence}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="deeds">
        <Button look="main" type="submit" busy={saving.busy}>
          {words.save}
        </Button>
        <Button busy={trying.busy} onClick={() => void tryIt()}>
          {words.try}
        </Button>
      </div>
      <p className="quiet t-13">
        {words.who}
        {settings.changed && ` ${words.changed} ${settings.changed.by}, ${settings.changed.at.words}.`}
      </p>
    </NarrowForm>
  );
}
