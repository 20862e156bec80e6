/** What the form of a new ticket holds, and what of it the server is told. */

export type Fields = Record<string, string>;

/** A call is short: what is most often so stands there already. */
const usual: Fields = { channel: 'phone', impact: 'one_person', urgency: 'normal' };

export const valueOf = (fields: Fields, name: string): string => fields[name] || usual[name] || '';

/** Fields that belong to a person of the school: a ticket inside has none. */
const of_somebody = ['requester', 'channel', 'caller', 'call_back'];

const slipOf = ({ slip, slip_written }: Fields) => ({
  id: slip,
  ...(slip_written && { written: slip_written }),
});

export function openingOf(fields: Fields, files: readonly string[]): Record<string, unknown> {
  const value = (name: string) => valueOf(fields, name);
  const inside = value('inside') === 'yes';
  const given = ['category', 'impact', 'urgency', 'follows', ...(inside ? [] : of_somebody)];
  return {
    ...(value('school') && { school: Number(value('school')) }),
    subject: value('subject'),
    [!inside && value('as_note') ? 'note' : 'description']: value('description'),
    ...(inside && { inside }),
    ...Object.fromEntries(given.filter(value).map(name => [name, value(name)])),
    ...(value('template') && { template: Number(value('template')) }),
    ...(value('slip') && !inside && { slip: slipOf(fields) }),
    ...(files.length > 0 && { files }),
  };
}
