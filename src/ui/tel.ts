/** A telephone number as an address that calls it, however it is written. */
export const telOf = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;
