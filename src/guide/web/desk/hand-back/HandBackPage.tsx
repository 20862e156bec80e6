import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandBackText, HandBackTexts } from '#guide/rules/whose/hand-back.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, langs, NotYet, refused, TextArea, useLang, useSubmit } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import '../checks.css';

const path = '/api/hand-back-texts';
const askHandBack = () =>
  queryOptions({
    queryKey: ['hand back'],
    queryFn: ({ signal }) => api.get<HandBackTexts>(path, { signal }),
  });

/** With what tickets are handed back to schools: by the rows for which a school answers. */
export function HandBackPage() {
  const words = useGuideWords().hand_back;
  const client = useQueryClient();
  const [lang] = useLang();
  const asked = useQuery(askHandBack());
  const [writing, setWriting] = useState<HandBackText>();
  const show = (answer: HandBackTexts) => client.setQueryData(askHandBack().queryKey, answer);
  const restore = (duty: string) => api.delete<HandBackTexts>(`${path}/${duty}`).then(show, refused);
  return (
    <WorkPage title={words.title} lead={words.lead}>
      <NotYet asked={asked} lines={8} words={words} />
      {asked.data && (
        <ul className="lines hand-back-list">
          {asked.data.items.map(item => (
            <li key={item.duty}>
              <div className="line-text">
                <p className="name">{item.subject}</p>
                <p>{item.text[lang]}</p>
                <p>
                  <b>{words.next}:</b> {item.next[lang]}
                </p>
                <p className="quiet t-13">
                  {item.changed ? words.changed(item.changed.by, item.changed.at.words) : words.first}
                </p>
              </div>
              {asked.data.can.change && (
                <div className="deeds">
                  <Button
                    small
                    look="bare"
                    aria-label={`${words.write} ${item.subject}`}
                    onClick={() => setWriting(item)}
                  >
                    {words.write}
                  </Button>
                  {item.changed && (
                    <Button
                      small
                      look="bare"
                      aria-label={`${words.restore}: ${item.subject}`}
                      onClick={() => void restore(item.duty)}
                    >
                      {words.restore}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {writing && <WritingSheet of={writing} onDone={show} onClose={() => setWriting(undefined)} />}
    </WorkPage>
  );
}

interface WritingSheetProps {
  of: HandBackText;
  onDone: (answer: HandBackTexts) => void;
  onClose: () => void;
}

function WritingSheet({ of, onDone, onClose }: WritingSheetProps) {
  const words = useGuideWords().hand_back;
  const [given, setGiven] = useState({ text: of.text, next: of.next });
  const { submit, busy, problem } = useSubmit<HandBackTexts>('put');
  const send = async () => {
    const answer = await submit(`${path}/${of.duty}`, given);
    if (!answer) return;
    onDone(answer);
    onClose();
  };
  return (
    <SheetForm
      title={of.subject}
      deed={words.keep}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {langs.flatMap(lang =>
        (['text', 'next'] as const).map(part => (
          <TextArea
            key={`${part} ${lang}`}
            label={words.fields[part][lang]}
            lang={lang}
            rows={part === 'text' ? 4 : 3}
            maxLength={2000}
            value={given[part][lang]}
            error={problem?.of(`${part}.${lang}`)}
            onChange={({ target }) =>
              setGiven({ ...given, [part]: { ...given[part], [lang]: target.value } })
            }
          />
        )),
      )}
    </SheetForm>
  );
}
