import { useUiWords } from '#ui/ui.ts';

/** What a drawer lies over: a press on it closes the drawer, as its button and Escape do. */
export function Veil({ className, onPress }: { className: string; onPress: () => void }) {
  const { close } = useUiWords();
  return <button type="button" className={className} tabIndex={-1} aria-label={close} onClick={onPress} />;
}
