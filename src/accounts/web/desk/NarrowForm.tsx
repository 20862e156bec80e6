import type { ReactNode } from 'react';
import './narrow-form.css';

interface NarrowFormProps {
  submit: () => Promise<unknown>;
  children: ReactNode;
}

/** A form of settings: what is wrong with it the server says. */
export const NarrowForm = ({ submit, children }: NarrowFormProps) => (
  <form
    className="narrow-form"
    noValidate
    onSubmit={event => {
      event.preventDefault();
      void submit();
    }}
  >
    {children}
  </form>
);
