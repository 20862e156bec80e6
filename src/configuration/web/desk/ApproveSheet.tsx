import type { ConfigurationRequest } from '#configuration/rules/request.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Problem, useSubmit } from '#ui/ui.ts';
import { FromTo } from '../shown/FromTo.tsx';
import { useChanged, useDeskWords } from './asking.ts';

/** Before it is approved: exactly what the schools will read, and how many. */
export function ApproveSheet({ request, onClose }: { request: ConfigurationRequest; onClose: () => void }) {
  const { approve: words, cancel } = useDeskWords();
  const changed = useChanged();
  const { submit, busy, problem } = useSubmit<ConfigurationRequest>();
  const { number, count, told, planned_for } = request;
  const send = async () => {
    if (!(await submit(`/api/configuration/requests/${number}/decision`, { approve: true }))) return;
    changed(number);
    onClose();
  };
  return (
    <SheetForm
      title={words.title}
      deed={words.deed(count ?? 0)}
      cancel={cancel}
      busy={busy}
      problem={problem && asOne(problem)}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{words.reads(count ?? 0, planned_for?.words ?? '')}</p>
      {told && (
        <div className="configuration-told">
          <p className="name">{told.setting}</p>
          <FromTo was={told.was} becomes={told.becomes} />
          <p>{told.why}</p>
        </div>
      )}
    </SheetForm>
  );
}

/** There is no field here to stand beside: what is wrong with the request is said as one sentence. */
const asOne = ({ status, detail, errors }: Problem): Problem =>
  new Problem({ status, detail: errors[0]?.sentence ?? detail, errors: [] });
