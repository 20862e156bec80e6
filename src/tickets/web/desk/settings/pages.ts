/** Pages of settings, loaded as one. */
export { SettingsPage } from './SettingsPage.tsx';
export { TagsPage } from '../tags/TagsPage.tsx';
export { ChecklistsPage } from '../checklists/ChecklistsPage.tsx';
export { FieldsPage } from '../fields/FieldsPage.tsx';
export { TemplatesPage } from '../templates/TemplatesPage.tsx';
