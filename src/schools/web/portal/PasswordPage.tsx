import { useState, type FormEvent } from 'react';
import { EntrancePage, PasswordField, signOut, useSession } from '#accounts/web/accounts.tsx';
import { navigate, PageHeading } from '#ui/route/router.tsx';
import { Button, ErrorSummary, toast, useSubmit } from '#ui/ui.ts';
import { useOwnSchoolWords } from './words.ts';
import './people.css';

/** After a letter nothing is open but this: the school chooses its own password (S24). */
export function FirstPasswordPage() {
  const words = useOwnSchoolWords().password;
  const { school } = useSession();
  return (
    <EntrancePage arriving title={words.first_title} lead={words.first_lead(school?.name ?? '')}>
      {/* All is asked anew: until now every question was refused. */}
      <PasswordForm first onDone={() => location.assign('/')} />
      <Button look="bare" small icon="sign_out" onClick={() => void signOut()}>
        {words.out}
      </Button>
    </EntrancePage>
  );
}

/** Whoever keeps the school's people changes its password; she knows the old one. */
export function PasswordPage() {
  const words = useOwnSchoolWords().password;
  return (
    <div className="page people-page narrow">
      <PageHeading title={words.title} />
      <p className="second">{words.lead}</p>
      <PasswordForm
        onDone={() => {
          toast({ text: words.done });
          navigate('/people');
        }}
      />
      <p className="quiet t-14">{words.forgotten}</p>
    </div>
  );
}

function PasswordForm({ first = false, onDone }: { first?: boolean; onDone: () => void }) {
  const words = useOwnSchoolWords().password;
  const [given, setGiven] = useState({ old: '', new: '' });
  const { submit, busy, problem } = useSubmit<{ ended: number }>('put');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await submit('/api/session/password', first ? { new: given.new } : given)) onDone();
  };
  const about = (field: 'old' | 'new') => ({
    id: field,
    label: words[field],
    error: problem?.of(field),
    required: true,
    value: given[field],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [field]: event.target.value }),
  });
  return (
    <>
      <ErrorSummary
        problem={problem}
        fields={{ old: { id: 'old', label: words.old }, new: { id: 'new', label: words.new } }}
      />
      <form className="own-form" onSubmit={event => void send(event)}>
        {!first && <PasswordField {...about('old')} autoComplete="current-password" />}
        <PasswordField {...about('new')} hint={words.hint} autoComplete="new-password" />
        <p className="second t-14">{words.tell}</p>
        <Button look="main" type="submit" busy={busy}>
          {words.submit}
        </Button>
      </form>
    </>
  );
}
