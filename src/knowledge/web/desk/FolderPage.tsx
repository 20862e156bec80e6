import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ChangeEvent } from 'react';
import { folder_becomes, type Becomes } from '#knowledge/rules/folder/becomes.ts';
import type { FolderPlan } from '#knowledge/rules/folder/import.ts';
import { audience_names, audiences, type Audience } from '#knowledge/rules/kinds.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, buttonClass, Field, Icon, Notice, Problem, useLang, withQuery } from '#ui/ui.ts';
import { useAnswerWords } from './asking.ts';
import './answers.css';
import { Beside } from './Beside.tsx';
import { Choose } from './Choose.tsx';
import { sendBytes } from './send-bytes.ts';

/** A folder of articles as a zip: in, after it was looked at; and out. */
export function FolderPage() {
  const words = useAnswerWords().folder;
  const [lang] = useLang();
  const [file, setFile] = useState<File>();
  const [publish, setPublish] = useState<'yes' | 'no'>('no');
  const [audience, setAudience] = useState<Audience>('schools');
  const { plan, busy, problem, look, start, forget } = useFolder();
  const options = { publish, audience, lang };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setFile(target.files?.[0]);
    forget();
  };
  return (
    <WorkPage title={words.title} lead={words.lead}>
      <Beside />
      <div className="answer-begin">
        <h2>{words.in}</h2>
        <Field label={words.file} hint={words.file_hint}>
          {wiring => <input {...wiring} type="file" accept=".zip,application/zip" onChange={choose} />}
        </Field>
        <Choose
          label={words.publish}
          names={[
            ['no', words.as_drafts],
            ['yes', words.published],
          ]}
          value={publish}
          onChange={each => {
            if (each) setPublish(each);
            forget();
          }}
        />
        <Choose
          label={words.audience}
          names={audiences.map(each => [each, audience_names[each][lang]])}
          value={audience}
          onChange={each => {
            if (each) setAudience(each);
            forget();
          }}
        />
        {problem && <Notice tone="bad" title={problem.errors[0]?.sentence ?? problem.detail} />}
        <p className="deeds">
          <Button
            look={plan ? 'plain' : 'main'}
            busy={busy}
            disabled={!file}
            onClick={() => file && void look(file, options)}
          >
            {words.look}
          </Button>
        </p>
      </div>
      {plan && file && (
        <Foreseen
          key={plan.plan}
          plan={plan}
          busy={busy}
          onStart={() => void start(file, { ...options, plan: plan.plan })}
        />
      )}
      <div className="answer-begin">
        <h2>{words.out}</h2>
        <p className="second">{words.out_hint}</p>
        <p className="deeds">
          <a className={buttonClass({})} href="/api/articles/export.zip" download>
            <Icon name="save" /> {words.export}
          </a>
        </p>
      </div>
    </WorkPage>
  );
}

/** The same zip is sent twice: to be looked at, and with what was foreseen to be done. */
function useFolder() {
  const client = useQueryClient();
  const [plan, setPlan] = useState<FolderPlan>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (file: File, options: Record<string, string>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setPlan(
        await sendBytes<FolderPlan>(withQuery('/api/articles/import', options), file, 'application/zip'),
      );
      if (options['plan']) void client.invalidateQueries({ queryKey: ['articles'] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
    setBusy(false);
  };
  return { plan, busy, problem, look: send, start: send, forget: () => setPlan(undefined) };
}

interface ForeseenProps {
  plan: FolderPlan;
  busy: boolean;
  onStart: () => void;
}

function Foreseen({ plan, busy, onStart }: ForeseenProps) {
  const words = useAnswerWords().folder;
  const count = (what: Becomes) => plan.items.filter(({ becomes }) => becomes === what).length;
  const comes = count('new') + count('changed');
  return (
    <section className="answer-foreseen" aria-label={plan.done ? words.done : words.foreseen}>
      <h2>{plan.done ? words.done : words.foreseen}</h2>
      <p role="status">
        {folder_becomes
          .filter(what => count(what) > 0)
          .map(what => `${words.becomes[what]}: ${count(what)}`)
          .join(' · ')}
      </p>
      <ul className="lines">
        {plan.items.map(({ path, title, becomes, says, pictures, article, publishes }) => (
          <li key={path} className="snippet-line">
            <div className="line-text">
              {plan.done && article !== null ? (
                <Link to="/desk/answers/$id" params={{ id: String(article) }} search={{}} className="name">
                  {title}
                </Link>
              ) : (
                <span className="name">{title}</span>
              )}
              <span className="quiet t-13">
                {[path, pictures > 0 && words.pictures(pictures)].filter(Boolean).join(' · ')}
              </span>
              {says.map(each => (
                <span key={each} className="t-13">
                  {each}
                </span>
              ))}
            </div>
            <span className="tag">
              {words.becomes[becomes]}
              {(becomes === 'new' || becomes === 'changed') &&
                `, ${publishes ? words.is_published : words.is_draft}`}
            </span>
          </li>
        ))}
      </ul>
      {plan.ignored.length > 0 && <p className="quiet t-13">{words.ignored(plan.ignored.join(', '))}</p>}
      {!plan.done && comes > 0 && (
        <p className="deeds">
          <Button look="main" busy={busy} onClick={onStart}>
            {words.start(comes)}
          </Button>
        </p>
      )}
    </section>
  );
}
