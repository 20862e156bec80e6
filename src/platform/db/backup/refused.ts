/** A backup or a restore says no, in a sentence for the person at the terminal. Nothing was changed. */
export class BackupRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'BackupRefused';
  }
}
