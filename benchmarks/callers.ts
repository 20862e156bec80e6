import { runRound, type Round } from './asking/rounds.ts';

/** Those who ask, in a process of their own, so that their work is not counted as the server's. */
process.on('message', (round: Round) => {
  runRound(round).then(
    tally => process.send!(tally),
    error => {
      console.error(error);
      process.exit(1);
    },
  );
});
