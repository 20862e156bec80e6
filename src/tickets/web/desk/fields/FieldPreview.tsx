import { useState } from 'react';
import type { Category } from '#tickets/rules/categories.ts';
import type { Fields } from '#tickets/rules/fields/schemas.ts';
import { CustomFields } from '../../fields/CustomFields.tsx';
import type { Written } from '../../fields/written.ts';
import { useFieldsWords } from './words.ts';

/** The fields of a category as the school is asked them: they answer, and keep nothing. */
export function FieldPreview({ category, of: { items, today } }: { category: Category; of: Fields }) {
  const words = useFieldsWords().page;
  const [written, setWritten] = useState<Written>({});
  const fields = items.filter(field => field.for_school && field.categories.includes(category));
  return (
    <section aria-label={words.preview}>
      <h2>{words.preview}</h2>
      {fields.length === 0 ? (
        <p className="quiet t-13">{words.preview_none}</p>
      ) : (
        <div className="field-preview">
          <CustomFields
            opening
            fields={fields}
            written={written}
            about={{ category, impact: 'one_person', urgency: 'normal' }}
            change={more => setWritten(now => ({ ...now, ...more }))}
            problem={undefined}
            people={[]}
            today={today}
          />
        </div>
      )}
    </section>
  );
}
