import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MadeLink } from '#accounts/rules/links.ts';
import type { DeskRole } from '#accounts/rules/who.ts';
import {
  askIgroup,
  Invitations,
  InviteSheet,
  LinkSheet,
  NameOfficer,
  NamesForm,
  TimeForm,
} from '#accounts/web/desk/first-run.ts';
import { Button, NotYet } from '#ui/ui.ts';
import { NewSchoolSheet } from '../NewSchoolSheet.tsx';
import { useSetUpWords } from './asking.ts';
import type { Step } from './StepPart.tsx';

/** What fulfils a step: the same forms and pages as ever after. */
export function StepForm({ step }: { step: Step }) {
  switch (step.step) {
    case 'names':
    case 'time':
      return <OfIgroup form={step.step} />;
    case 'privacy_officer':
      return (
        <>
          <NameOfficer />
          <Inviting step={step} as="privacy_officer" />
        </>
      );
    case 'agents':
      return <Inviting step={step} as="agent" />;
    case 'second_administrator':
      return <Inviting step={step} as="administrator" />;
    case 'schools':
      return <Entering step={step} />;
    case 'training':
      return <Rolling />;
  }
}

function OfIgroup({ form }: { form: 'names' | 'time' }) {
  const asked = useQuery(askIgroup());
  const Form = form === 'names' ? NamesForm : TimeForm;
  return asked.data ? <Form igroup={asked.data} /> : <NotYet asked={asked} lines={3} />;
}

function Inviting({ step, as }: { step: Step; as: DeskRole }) {
  const words = useSetUpWords();
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<MadeLink>();
  const made = (link: MadeLink) => (setInviting(false), setLink(link));
  return (
    <>
      {step.count !== null && step.count > 0 && <p>{words.here(step.count)}</p>}
      <Invitations onLink={setLink} />
      <div className="deeds">
        <Button icon="plus" onClick={() => setInviting(true)}>
          {words.invite}
        </Button>
        <Link className="button bare" to="/desk/people">
          {words.people}
        </Link>
      </div>
      {inviting && <InviteSheet roles={[as]} onLink={made} onClose={() => setInviting(false)} />}
      {link && <LinkSheet link={link} onClose={() => setLink(undefined)} />}
    </>
  );
}

function Entering({ step }: { step: Step }) {
  const words = useSetUpWords();
  const [adding, setAdding] = useState(false);
  return (
    <>
      {step.count !== null && step.count > 0 && <p>{words.schools_here(step.count)}</p>}
      <div className="deeds">
        <Link className="button" to="/desk/schools/import">
          {words.import}
        </Link>
        <Button icon="plus" onClick={() => setAdding(true)}>
          {words.add_school}
        </Button>
        <Link className="button bare" to="/desk/schools">
          {words.to_schools}
        </Link>
      </div>
      {adding && <NewSchoolSheet onClose={() => setAdding(false)} />}
    </>
  );
}

function Rolling() {
  const words = useSetUpWords();
  return (
    <div className="deeds">
      <Link className="button" to="/desk/schools/waves">
        {words.to_waves}
      </Link>
      <Link className="button" to="/desk/training">
        {words.to_training}
      </Link>
    </div>
  );
}
