import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Import } from '#schools/rules/importing/import.ts';
import { api, Button, refused, Time, toast } from '#ui/ui.ts';
import { useImportWords } from './asking.ts';

/** Which file it is, who gave it, and the way out of it. */
export function ImportHead({ item }: { item: Import }) {
  const words = useImportWords();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.delete(`/api/imports/${item.id}`),
    onSuccess: () => toast({ text: words.cancelled(item.name) }),
    onError: refused,
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
  return (
    <header>
      <div>
        <h2>{words.kinds[item.kind]}</h2>
        <p className="second t-13">
          {words.file_of(item.name, item.begun_by)}, <Time moment={item.begun} />
        </p>
      </div>
      {item.state !== 'writing' && (
        <Button small busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {words.cancel}
        </Button>
      )}
    </header>
  );
}
