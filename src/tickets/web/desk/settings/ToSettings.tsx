import { Link } from '@tanstack/react-router';
import { useDeskWords } from '../words/use-words.ts';

/** The way back from one of the settings to all of them. */
export const ToSettings = () => <Link to="/desk/settings">{useDeskWords().nav.settings}</Link>;
