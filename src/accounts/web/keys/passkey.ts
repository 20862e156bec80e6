import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** What the server asked, put to the browser. Undefined when the person turned away, or her device could not. */
type Ceremony = Record<string, unknown>;

export const makePasskey = (asked: Ceremony): Promise<Ceremony | undefined> =>
  startRegistration({ optionsJSON: asked as never }).then(
    answer => ({ ...answer }),
    () => undefined,
  );

export const usePasskey = (asked: Ceremony): Promise<Ceremony | undefined> =>
  startAuthentication({ optionsJSON: asked as never }).then(
    answer => ({ ...answer }),
    () => undefined,
  );
