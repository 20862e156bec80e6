import type { Topic } from '#forum/rules/topic.ts';
import { Button, Notice } from '#ui/ui.ts';
import type { Deed } from '../use-topic.ts';
import { useForumWords } from '../words.ts';

interface ConsentPartProps {
  topic: Topic;
  deed: (what: Deed, said?: string, back?: Deed) => Promise<void>;
}

/** For whoever asked: whether the desk may open a ticket for her. */
export function ConsentPart({ topic, deed }: ConsentPartProps) {
  const words = useForumWords().consent;
  const { consent } = topic;
  const say = (said: 'given' | 'refused') =>
    void deed({ method: 'put', path: `/api/topics/${topic.id}/consent`, body: { consent: said } });
  if (consent === 'asked')
    return (
      <Notice title={words.asked}>
        <p className="deeds">
          <Button small onClick={() => say('given')}>
            {words.yes}
          </Button>
          <Button small onClick={() => say('refused')}>
            {words.no}
          </Button>
        </p>
      </Notice>
    );
  return (
    <p className="forum-consent quiet t-14 no-print">
      {words[consent ?? 'none']}{' '}
      <Button small look="bare" onClick={() => say(consent === 'given' ? 'refused' : 'given')}>
        {consent === 'given' ? words.change : words.yes}
      </Button>
    </p>
  );
}
