import { useState, type FormEvent, type ReactNode } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { useTicketWords } from '#tickets/web/words.ts';
import { Link, navigate, PageHeading } from '#ui/route/router.tsx';
import { Button, Icon, withQuery, type IconName } from '#ui/ui.ts';
import { portal_cards, type PortalCard } from '../../../rules/categories.ts';
import { WhileTyping } from '../../beside.tsx';
import { useAddTo } from '../ask/use-add-to.ts';
import { usePortalWords } from '../words.ts';
import { Beside } from './Beside.tsx';
import './home.css';

const icons: Record<PortalCard, IconName> = {
  cant_connect: 'plug',
  password_access: 'key',
  marks: 'card',
  attendance: 'attendance',
  enrolment: 'students',
  timetable: 'grid',
  settings: 'sliders',
  something_else: 'ask',
};
const cards = Object.keys(portal_cards) as PortalCard[];

/** One question; then the usual reasons for one; beside them, what was asked before. `above`: what goes wrong; `asks`: what waits for her. */
export function HomePage({ above, asks }: { above?: ReactNode; asks?: ReactNode }) {
  const words = usePortalWords().home;
  const ticket = useTicketWords();
  const { open } = useSession();
  return (
    <div className="page home">
      <div>
        {above}
        <PageHeading title={words.title} tab="">
          <label htmlFor="problem">{words.title}</label>
        </PageHeading>
        <QuestionBox />
        {asks}
        <h2>
          {words.start} {open.includes('read_knowledge') && <Link to="/answers">{words.answers}</Link>}
        </h2>
        <ul className="cards">
          {cards.map(card => (
            <li key={card}>
              <Link className="sheet" to={card === 'cant_connect' ? '/guide' : `/ask?card=${card}`}>
                <Icon name={icons[card]} size={20} />
                <span>{ticket.cards[card]}</span>
              </Link>
            </li>
          ))}
          <li>
            <Link className="sheet" to="/ask?category=privacy_incident">
              <Icon name="lock" size={20} />
              <span>{ticket.categories.privacy_incident}</span>
            </Link>
          </li>
        </ul>
      </div>
      <Beside />
    </div>
  );
}

/** What is typed here becomes the subject of the question. */
function QuestionBox() {
  const words = usePortalWords().home;
  const [subject, setSubject] = useState('');
  const ask = (event: FormEvent) => {
    event.preventDefault();
    navigate(withQuery('/ask', { subject: subject.trim() }));
  };
  const [instead, setInstead] = useState<ReactNode>();
  const back = () => setInstead(undefined);
  const addTo = useAddTo({ typed: { subject } });
  if (instead) return instead;
  return (
    <form className="question sheet" onSubmit={ask}>
      <div className="line">
        <Icon name="search" size={20} />
        <input
          id="problem"
          value={subject}
          maxLength={200}
          autoComplete="off"
          placeholder={words.placeholder}
          aria-describedby="problem-hint"
          onChange={event => setSubject(event.target.value)}
        />
      </div>
      <div className="end">
        <p id="problem-hint">
          <span className="name">{words.hint}</span> <span className="second t-14">{words.hint_more}</span>
        </p>
        <Button look="main" type="submit">
          {words.go}
        </Button>
      </div>
      <WhileTyping
        typed={{ subject }}
        addTo={addTo}
        end={shown => setInstead(shown({ back, afresh: () => (setSubject(''), back()) }))}
      />
    </form>
  );
}
