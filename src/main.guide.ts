import { openGuide } from '#guide/web/guide.ts';
import { openWithoutLine } from '#ui/offline/register.ts';
import { showTheme } from '#ui/theme.ts';

/** The guide's map: one page, without a framework, so that it comes over a bad line. */
showTheme();
void openGuide(document.getElementById('root')!);
openWithoutLine();
