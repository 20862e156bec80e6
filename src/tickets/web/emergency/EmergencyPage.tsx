import { Suspense, useState, type FormEvent } from 'react';
import { EmergencyNumbers, EntrancePage } from '#accounts/web/accounts.tsx';
import { Link, useRoute } from '#ui/route/router.tsx';
import {
  Button,
  ErrorSummary,
  laterWords,
  Notice,
  RadioGroup,
  Skeleton,
  TextArea,
  TextField,
  useSubmit,
} from '#ui/ui.ts';
import type { EmergencyKind } from '../../rules/emergency/emergency.ts';
import type { EmergencyWords } from './words/en.ts';
import './emergency.css';

const useEmergencyWords = laterWords<EmergencyWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

const kinds: EmergencyKind[] = ['privacy_incident', 'locked_out'];
const roles = ['lead', 'security_contact'] as const;
type Role = (typeof roles)[number];

const empty = { what: '', when: '', seen_by: '', school: '', caller: '', call_back: '' };
type Field = keyof typeof empty;
const asked_of: Record<EmergencyKind, Field[]> = {
  privacy_incident: ['what', 'when', 'seen_by', 'school', 'caller', 'call_back'],
  locked_out: ['what', 'school', 'caller', 'call_back'],
};

/** The emergency door: a short form without a sign-in, and a receipt. */
export const EmergencyPage = () => (
  <Suspense fallback={<Skeleton lines={8} />}>
    <Door />
  </Suspense>
);

function Door() {
  const words = useEmergencyWords();
  const { query } = useRoute();
  const [kind, setKind] = useState<EmergencyKind>(
    query.get('kind') === 'locked_out' ? 'locked_out' : 'privacy_incident',
  );
  const [role, setRole] = useState<Role>('lead');
  const [given, setGiven] = useState(empty);
  const [receipt, setReceipt] = useState<{ receipt: string; words: string }>();
  const { submit, busy, problem, clear } = useSubmit<{ receipt: string; words: string }>();
  const asked = asked_of[kind];

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const said = Object.fromEntries(asked.map(field => [field, given[field]]));
    const answer = await submit('/api/emergency', { kind, ...said, ...(kind === 'locked_out' && { role }) });
    if (answer) setReceipt(answer);
  };
  const about = (field: Field) => ({
    id: field,
    label: words[field],
    error: problem?.of(field),
    required: true,
    value: given[field],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [field]: event.target.value }),
  });

  if (receipt)
    return (
      <EntrancePage key="sent" arriving title={words.sent} lead={receipt.words}>
        <p>{words.receipt}</p>
        <p className="receipt">{receipt.receipt}</p>
        <p className="quiet t-14">{words.receipt_hint}</p>
        <Link to="/sign-in">{words.back}</Link>
      </EntrancePage>
    );
  return (
    <EntrancePage title={words.title} lead={words.lead}>
      <EmergencyNumbers label={words.numbers} />
      <ErrorSummary
        problem={problem}
        fields={Object.fromEntries(asked.map(id => [id, { id, label: words[id] }]))}
      />
      <form className="emergency" noValidate onSubmit={event => void send(event)}>
        <RadioGroup
          label={words.kind}
          name="kind"
          value={kind}
          choices={kinds.map(value => ({
            value,
            label: words.kinds[value],
            hint: words.kind_hints[value],
          }))}
          onChange={chosen => (clear(), setKind(chosen))}
        />
        <Notice>{kind === 'privacy_incident' ? words.no_names : words.no_access}</Notice>
        {kind === 'locked_out' && (
          <RadioGroup
            label={words.role}
            name="role"
            value={role}
            choices={roles.map(value => ({ value, label: words.roles[value] }))}
            onChange={setRole}
          />
        )}
        <TextArea {...about('what')} rows={4} maxLength={kind === 'locked_out' ? 1000 : 4000} />
        {kind === 'privacy_incident' && (
          <>
            <TextField {...about('when')} hint={words.when_hint} maxLength={120} />
            <TextField {...about('seen_by')} hint={words.seen_by_hint} maxLength={120} />
          </>
        )}
        <TextField
          {...about('school')}
          hint={words.school_hint}
          maxLength={120}
          autoComplete="organization"
        />
        <TextField {...about('caller')} maxLength={100} autoComplete="name" />
        <TextField {...about('call_back')} hint={words.call_back_hint} maxLength={100} autoComplete="tel" />
        <Button look="main" type="submit" busy={busy}>
          {words.send}
        </Button>
      </form>
      <Link to="/sign-in">{words.back}</Link>
    </EntrancePage>
  );
}
