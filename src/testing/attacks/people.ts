import { blind, hidden, told, type Attack } from './attack.ts';

const secret = 'a long enough password';
const provider = {
  issuer: 'https://intruder.example',
  client_id: 'mine',
  client_secret: 'mine',
  claim: 'email',
  label: 'Mine',
  is_on: true,
  passwords: 'everybody',
};

/** On the iGroup's people, their links and tokens, and on the provider that they sign in through. */
export const attacks_on_people: readonly Attack[] = [
  blind('GET /api/agents', me => me.get('/api/agents')),
  hidden('PATCH /api/agents/:id', me => me.patch('/api/agents/12', { roles: ['administrator'] })),
  hidden('POST /api/agents/:id/reset', me => me.post('/api/agents/12/reset', { at_once: true })),
  hidden('PUT /api/agents/:id/at-schools/:person', (me, { person }) =>
    me.put(`/api/agents/12/at-schools/${person}`, {}),
  ),
  hidden('DELETE /api/agents/:id/at-schools/:person', (me, { person }) =>
    me.delete(`/api/agents/12/at-schools/${person}`),
  ),
  hidden('GET /api/invitations', me => me.get('/api/invitations')),
  hidden('POST /api/invitations', me =>
    me.post('/api/invitations', { name: 'Intruder', roles: ['administrator'], username: 'intruder' }),
  ),
  hidden('DELETE /api/invitations/:id', me => me.delete('/api/invitations/1')),
  hidden('POST /api/invitations/:id/link', me => me.post('/api/invitations/1/link')),
  hidden('POST /api/links/open', me => me.post('/api/links/open', { secret: 'x'.repeat(43) })),
  hidden('POST /api/links/use', me =>
    me.post('/api/links/use', { secret: 'x'.repeat(43), password: secret }),
  ),
  blind('GET /api/sign-on', me => me.get('/api/sign-on?reason=unknown_subject')),
  blind('POST /api/sign-on/departures', me => me.post('/api/sign-on/departures', { purpose: 'sign_in' })),
  blind('POST /api/sign-on/departures', me => me.post('/api/sign-on/departures', { purpose: 'binding' })),
  // Whatever comes back there from elsewhere ends at the sign-in page, and signs nobody in.
  {
    route: 'GET /api/sign-on/back',
    hidden: false,
    by: async me => {
      const answer = await me.get(`/api/sign-on/back?code=x&state=${'x'.repeat(43)}`);
      const signs_in = [answer.headers['set-cookie'] ?? []]
        .flat()
        .some(each => /^firstline=./.test(String(each)));
      if (signs_in || answer.headers['location'] !== '/sign-in?sign_on=unknown_way')
        throw new Error('a way back that nobody left by led in');
      return told(answer);
    },
  },
  hidden('GET /api/sign-on/own', me => me.get('/api/sign-on/own')),
  hidden('DELETE /api/sign-on/subjects/:id', me => me.delete('/api/sign-on/subjects/1')),
  hidden('GET /api/sign-on/settings', me => me.get('/api/sign-on/settings')),
  hidden('PUT /api/sign-on/settings', me => me.put('/api/sign-on/settings', provider)),
  // Neither knows a school: what they refuse says nothing of one.
  blind('POST /api/sign-on/settings/trial', me =>
    me.post('/api/sign-on/settings/trial', {
      issuer: 'http://127.0.0.1:9',
      client_id: 'mine',
      client_secret: 'mine',
    }),
  ),
  hidden('GET /api/tokens', me => me.get('/api/tokens')),
  blind('POST /api/tokens', me =>
    me.post('/api/tokens', { name: 'mine', person: 12, scopes: ['read'], days: 1 }),
  ),
  hidden('DELETE /api/tokens/:id', me => me.delete('/api/tokens/7f3c1d1e-0000-4000-8000-000000000000')),
];
