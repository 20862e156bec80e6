import { toast, type Toast } from '../parts/Toasts.tsx';
import { Problem } from './problem.ts';

/**
 * A deed without a form: done, asked anew, then said, with the way back where there is one. What is refused is said;
 * nothing is lost by it. `deed` gives what to say, if anything; whatever is no `Problem` is thrown on.
 */
export async function attempt(
  deed: () => Promise<string | undefined>,
  refresh: () => Promise<unknown>,
  back?: Toast['action'],
): Promise<void> {
  try {
    const text = await deed();
    await refresh();
    if (text) toast({ text, ...(back && { action: back }) });
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    refused(problem);
  }
}

/** Says in passing what the server refused; what else went wrong is not for a toast. */
export const refused = (error: unknown): void => {
  if (error instanceof Problem) toast({ text: error.detail });
};
