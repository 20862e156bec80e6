/** What the key beside the space bar is called on this computer. */
export const control = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
