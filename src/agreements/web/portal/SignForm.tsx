import { useState, type FormEvent } from 'react';
import { PasswordField, useSession } from '#accounts/web/accounts.tsx';
import type { Agreement, OwnAgreement } from '#agreements/rules/agreement.ts';
import { agreement_limits } from '#agreements/rules/limits.ts';
import { Button, CheckBox, ErrorSummary, TextField, toast, useLang, useSubmit, withQuery } from '#ui/ui.ts';
import './agreement.css';
import { useAgreementWords } from './words.ts';

interface SignFormProps {
  waits: Agreement;
  onSigned: (own: OwnAgreement) => void;
}

/** The lead's signature: her name as she types it, her role, and the password of what she signed in with. */
export function SignForm({ waits, onSigned }: SignFormProps) {
  const words = useAgreementWords().sign;
  const { person } = useSession();
  const [lang] = useLang();
  const [fields, setFields] = useState({ name: '', role: '', password: '' });
  const [agreed, setAgreed] = useState(false);
  const [untold, setUntold] = useState(false);
  const { submit, busy, problem } = useSubmit<OwnAgreement>();
  const sha256 = waits.documents![lang].sha256;
  const wired = (name: keyof typeof fields) => ({
    id: `sign-${name}`,
    label: words[name],
    hint: name === 'name' ? words.name_hint(person.name) : words[`${name}_hint`],
    value: fields[name],
    error: problem?.of(name),
    onChange: ({ target }: { target: { value: string } }) => setFields({ ...fields, [name]: target.value }),
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setUntold(!agreed);
    if (!agreed) return;
    const own = await submit(`/api/agreements/${waits.version}/signature`, { ...fields, agreed, sha256 });
    if (!own) return;
    toast({ text: words.done });
    onSigned(own);
  };
  return (
    <form className="sheet agreement-sign no-print" noValidate onSubmit={event => void send(event)}>
      <h3>{words.title}</h3>
      <p className="second">{words.lead}</p>
      <ErrorSummary
        problem={problem}
        fields={{
          name: { id: 'sign-name', label: words.name },
          role: { id: 'sign-role', label: words.role },
          password: { id: 'sign-password', label: words.password },
        }}
      />
      <TextField {...wired('name')} autoComplete="name" maxLength={agreement_limits.name} />
      <TextField {...wired('role')} autoComplete="organization-title" maxLength={agreement_limits.role} />
      <PasswordField {...wired('password')} autoComplete="current-password" />
      <CheckBox
        label={words.agreed}
        checked={agreed}
        aria-describedby={untold ? 'sign-untold' : undefined}
        aria-invalid={untold || undefined}
        onChange={event => setAgreed(event.target.checked)}
      />
      {untold && !agreed && (
        <p id="sign-untold" className="error" role="alert">
          {words.tick}
        </p>
      )}
      <p className="second t-14 agreement-hash">
        {words.hash} <code>{sha256}</code> (
        <a
          href={withQuery(`/api/agreements/${waits.version}/content`, { lang })}
          target="_blank"
          rel="noreferrer"
        >
          {words.content}
        </a>
        )
      </p>
      <p>
        <Button look="main" type="submit" busy={busy}>
          {words.send}
        </Button>
      </p>
    </form>
  );
}
