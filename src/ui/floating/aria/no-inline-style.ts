/**
 * React Aria adds a style element for touch unless the page has one of this name; our content security policy
 * refuses styles inside the page. So the name is taken, and the rule itself stands in floating.css.
 */
export const taken_name = 'react-aria-pressable-style';

if (!document.getElementById(taken_name)) {
  const taken = document.createElement('meta');
  taken.id = taken_name;
  document.head.append(taken);
}
