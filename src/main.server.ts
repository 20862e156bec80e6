import type { FastifyInstance } from 'fastify';
import { gateOf, serveAccounts } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import { serveAgreements } from '#agreements/server/agreements.ts';
import {
  countUses,
  namedByPicture,
  openAnswering,
  serveKnowledge,
  tellSearches,
  tidyPictures,
  tidySearches,
  traveller,
} from '#knowledge/server/knowledge.ts';
import { sealers } from '#accounts/server/story/seals.ts';
import { rows_at_once, streamRoute, wakeFor, type Heard } from '#accounts/server/story/stream.ts';
import { tidyAccounts } from '#accounts/server/tidying.ts';
import type { Person } from '#accounts/rules/who.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/db/database.ts';
import { openStorage } from '#platform/files/storage.ts';
import { openApp } from '#platform/http/app.ts';
import { gentlyClosing } from '#platform/http/closing.ts';
import { servePages } from '#platform/http/pages.ts';
import { serveRoutes, type Served } from '#platform/http/routes.ts';
import { watch } from '#platform/http/watching.ts';
import { startSchedules } from '#platform/jobs/jobs.ts';
import { startReaders } from '#platform/jobs/readers.ts';
import { listenTo } from '#platform/live/listening.ts';
import { openLive } from '#platform/live/live.ts';
import { openSignals } from '#platform/live/signals.ts';
import { openSealing } from '#platform/sealing.ts';
import { serveDrawings } from '#drawing/server/drawing.ts';
import { configurationNoticer, serveConfiguration } from '#configuration/server/configuration.ts';
import { exceptionEnder, serveExceptions } from '#exceptions/server/exceptions.ts';
import { forumNoticer, serveForum } from '#forum/server/forum.ts';
import { connectivityDocument, serveGuide } from '#guide/server/guide.ts';
import { serveSearch } from '#search/server/search.ts';
import { serveStatus, startTelling } from '#status/server/status.ts';
import { startExporting } from '#reports/server/exports/exporting.ts';
import { serveExports } from '#reports/server/exports/routes.ts';
import { tidyExports } from '#reports/server/exports/writing.ts';
import { dashboardRoutes } from '#reports/server/routes.ts';
import { startClosing } from '#reports/server/statements/closing.ts';
import { serveStatements } from '#reports/server/statements/routes.ts';
import { servePrivacy } from '#privacy/server/privacy.ts';
import { serveImports } from '#schools/server/importing/routes.ts';
import { startImporting, tidyImports } from '#schools/server/importing/working.ts';
import { keepReviews, serveSchools, shut } from '#schools/server/schools.ts';
import { checklistRoutes } from '#tickets/server/checklists/routes.ts';
import { bulkRoutes } from '#tickets/server/bulks/routes.ts';
import { startWorking } from '#tickets/server/bulks/working.ts';
import { recounter } from '#tickets/server/clocks/recounting.ts';
import { startTimekeeping } from '#tickets/server/clocks/timekeeping.ts';
import { countStepTimes } from '#tickets/server/course/counting.ts';
import { courseRoutes } from '#tickets/server/course/course.ts';
import { colleagueRoutes } from '#tickets/server/colleagues/routes.ts';
import { absenceRoutes } from '#tickets/server/absences/routes.ts';
import { emergencyDoor } from '#tickets/server/emergency/door.ts';
import { emergencyRoutes } from '#tickets/server/emergency/reports.ts';
import { fieldRoutes } from '#tickets/server/fields/routes.ts';
import { templateRoutes } from '#tickets/server/templates/routes.ts';
import { fileRoutes } from '#tickets/server/files.ts';
import { handingRoutes } from '#tickets/server/handing/routes.ts';
import { followerRoutes } from '#tickets/server/followers/routes.ts';
import { macroRoutes } from '#tickets/server/macros/routes.ts';
import { previewRoute } from '#tickets/server/previews.ts';
import { messageRoutes } from '#tickets/server/messages/routes.ts';
import { joiningRoutes } from '#tickets/server/joining/routes.ts';
import { measurer } from '#tickets/server/measures/measuring.ts';
import { agreementNoticer } from '#tickets/server/notices/agreements.ts';
import { noticer } from '#tickets/server/notices/noticing.ts';
import { noticeRoutes } from '#tickets/server/notices/routes.ts';
import { processChart } from '#tickets/rules/process/process.ts';
import { passingRoutes } from '#tickets/server/passing/routes.ts';
import { openPresence } from '#tickets/server/presence/presence.ts';
import { hearPresence, presenceRoutes } from '#tickets/server/presence/routes.ts';
import { readingRoutes } from '#tickets/server/readings/readings.ts';
import { ticketRoutes } from '#tickets/server/routes.ts';
import { startLeaving } from '#tickets/server/sending/leaving.ts';
import { snoozeRoutes } from '#tickets/server/snoozes/routes.ts';
import { giver } from '#tickets/server/handing/waiting.ts';
import { waker } from '#tickets/server/snoozes/waking.ts';
import { taskRoutes } from '#tickets/server/tasks/routes.ts';
import { namedByFile, tidyBulks, tidyFiles, tidyUndone, tidyUploads } from '#tickets/server/tidying.ts';
import { uploadRoutes } from '#tickets/server/uploads/routes.ts';
import { ender, serveRights } from '#rights/server/rights.ts';
import { tagRoutes } from '#tickets/server/tags/routes.ts';
import { viewRoutes } from '#tickets/server/stored/routes.ts';
import { version } from '../package.json' with { type: 'json' };

export interface Server {
  app: FastifyInstance;
  /** Does beforehand what the first who asks would wait for. */
  warm: () => Promise<void>;
  /** Graceful: finishes what was begun, closes streams, jobs and then the database. */
  stop: () => Promise<void>;
}

export interface Surroundings {
  database: Database;
  clock: () => Date;
  /** Off only in the sweep of the walls. */
  code_wall?: boolean;
  /** Off where a test wants no work beside its own. */
  jobs?: boolean;
  /** Whether the desk's messages wait out the undo window. Off where a test is about something else. */
  waits?: boolean;
}

/** Where the status page leads, of what everybody may read. */
const status_links = [
  {
    path: '/guide',
    name: { en: 'Can’t connect? Find out why', fr: 'Connexion impossible? Trouvez pourquoi' },
  },
  { path: '/help', name: { en: 'Help without sign-in', fr: 'Aide sans ouvrir de session' } },
];

/** The server's map: every house's routes and jobs, over a migrated database. Listens to nothing yet. */
export async function openServer(config: Config, surroundings: Surroundings): Promise<Server> {
  const { database, clock, code_wall = true, jobs = true, waits = true } = surroundings;
  const app = await openApp(config, version);
  const close = gentlyClosing(app);
  const failed = (error: unknown) => app.log.error({ err: error }, 'work beside the requests failed');
  const served: Served<Person> = {
    app,
    database,
    clock,
    code_wall,
    gate: gateOf({ database, clock, config, shut }),
  };
  const storage = await openStorage(`${config.data_dir}/files`);
  const exported = await openStorage(`${config.data_dir}/exports`);
  const imported = await openStorage(`${config.data_dir}/imports`);
  const arriving = `${config.data_dir}/uploads`;
  const live = openLive<Heard>(rows_at_once, failed);
  const signals = openSignals();
  const presence = openPresence(clock);
  hearPresence(signals, presence);

  serveAccounts(served, { ...config, sealing: await openSealing(config) });
  serveSchools(served, config);
  serveImports(served, imported);
  serveRoutes(served, 'tickets', ticketRoutes(waits));
  serveRoutes(served, 'tickets', colleagueRoutes);
  serveRoutes(served, 'tickets', [...checklistRoutes, ...taskRoutes, ...followerRoutes, ...snoozeRoutes]);
  serveRoutes(served, 'tickets', [...joiningRoutes, ...passingRoutes, ...courseRoutes]);
  serveConfiguration(served);
  serveAgreements(served);
  serveExceptions(served);
  const answering = openAnswering(database, failed);
  serveKnowledge(served, answering, { storage, config });
  serveForum(served);
  await serveGuide(served, config);
  serveSearch(served);
  serveStatus(served, { waits, links: status_links });
  serveRoutes(served, 'views', viewRoutes);
  serveRoutes(served, 'tags', tagRoutes);
  serveRoutes(served, 'fields', [...fieldRoutes, ...templateRoutes]);
  serveRoutes(served, 'tickets', [...readingRoutes, ...presenceRoutes(presence)]);
  serveRoutes(served, 'macros', macroRoutes(waits));
  serveRoutes(served, 'notices', noticeRoutes);
  serveRoutes(served, 'tickets', messageRoutes);
  serveRoutes(served, 'handing', [...absenceRoutes, ...handingRoutes]);
  serveRoutes(served, 'bulks', bulkRoutes(waits));
  serveRights(served);
  serveRoutes(served, 'reports', dashboardRoutes);
  serveExports(served, exported);
  serveStatements(served);
  servePrivacy(served);
  const drawings = serveDrawings(served, [
    { name: 'helpdesk-process', chart: processChart },
    connectivityDocument(config, clock),
  ]);
  await fileRoutes(served, storage);
  await uploadRoutes(served, storage, arriving);
  previewRoute(served);
  emergencyDoor(served, config);
  serveRoutes(served, 'emergency', emergencyRoutes);
  streamRoute(served, live, signals);
  watch(app, { config, database, streams: live.readers });
  const pages = {
    'portal.html': [
      '/',
      '/sign-in',
      '/setup',
      '/welcome',
      '/emergency',
      '/ask',
      '/ask/configuration',
      '/changes',
      '/ask/rights',
      '/training',
      '/tickets',
      '/tickets/:number',
      '/waiting/:id',
      '/people',
      '/calendar',
      '/rights',
      '/exceptions',
      '/network',
      '/password',
      '/account',
      '/agreement',
      '/accesses',
      '/statements',
      '/statements/:month',
      '/how-fast',
      '/search',
      '/process',
      '/connectivity',
      '/answers',
      '/answers/:id',
      '/forum',
      '/forum/new',
      '/forum/:id',
      '/help',
      '/help/:id',
    ],
    'desk.html': ['/desk', '/desk/*'],
    'guide.html': ['/guide'],
  };
  await servePages(app, pages, 'portal.html');

  const software = actorOf({ side: 'system', job: 'readers' });
  const readers = jobs
    ? startReaders(
        database,
        software,
        [
          ...sealers,
          noticer,
          agreementNoticer(clock),
          traveller,
          configurationNoticer,
          forumNoticer(clock),
          waker(clock),
          ender(clock),
          exceptionEnder(clock),
          giver(clock),
          measurer,
          recounter(clock),
        ],
        failed,
      )
    : undefined;
  const listening = await listenTo(database.pool, 'events', payload => {
    wakeFor(live, payload);
    readers?.wake();
    answering.wake();
  });
  if (jobs) answering.whole().catch(failed);
  const hearing = await listenTo(database.pool, 'signals', signals.tell);
  const leaving = jobs ? startLeaving({ database, clock, signals }, failed) : undefined;
  const timekeeping = jobs ? startTimekeeping({ database, clock }, failed) : undefined;
  const telling = jobs
    ? startTelling({ database, clock, signals }, { config, links: status_links }, failed)
    : undefined;
  const closing = jobs ? startClosing({ database, clock }, failed) : undefined;
  const working = jobs ? startWorking({ database, clock, signals }, failed) : undefined;
  const exporting = jobs
    ? startExporting({ database, clock, signals, storage: exported }, failed)
    : undefined;
  const importing = jobs
    ? startImporting({ database, clock, signals, storage: imported }, failed)
    : undefined;
  const schedules = jobs
    ? await startSchedules(
        database,
        [
          { name: 'tidy-accounts', cron: '15 9 * * *', work: () => tidyAccounts(database, clock()) },
          { name: 'step-times', cron: '20 9 * * *', work: () => countStepTimes(database, clock()) },
          {
            name: 'tidy-files',
            cron: '30 9 * * *',
            work: () => tidyFiles(database, storage, clock(), namedByPicture),
          },
          {
            name: 'tidy-pictures',
            cron: '32 9 * * *',
            work: () => tidyPictures(database, storage, clock(), namedByFile),
          },
          { name: 'count-article-uses', cron: '25 * * * *', work: () => countUses(database, clock()) },
          { name: 'tell-searches', cron: '0 15 * * 1', work: () => tellSearches(database, clock()) },
          {
            name: 'tidy-searches',
            cron: '33 9 * * *',
            work: async () => void (await tidySearches(database, clock())),
          },
          { name: 'tidy-undone', cron: '35 9 * * *', work: () => tidyUndone(database, clock()) },
          { name: 'tidy-bulks', cron: '37 9 * * *', work: () => tidyBulks(database, clock()) },
          { name: 'tidy-uploads', cron: '40 9 * * *', work: () => tidyUploads(database, arriving, clock()) },
          {
            name: 'tidy-exports',
            cron: '45 9 * * *',
            work: () => tidyExports({ database, clock, storage: exported }),
          },
          {
            name: 'tidy-imports',
            cron: '50 9 * * *',
            work: () => tidyImports({ database, clock, storage: imported }),
          },
          { name: 'access-reviews', cron: '5 * * * *', work: () => keepReviews(database, clock()) },
          { name: 'maintain-database', cron: '0 10 * * *', work: () => database.maintain() },
        ],
        failed,
      )
    : undefined;

  return {
    app,
    warm: drawings.warm,
    async stop() {
      await close();
      answering.stop();
      await Promise.all([listening.stop(), hearing.stop()]);
      await Promise.all([schedules?.stop(), readers?.stop(), leaving?.stop()]);
      await Promise.all([
        timekeeping?.stop(),
        telling?.stop(),
        closing?.stop(),
        working?.stop(),
        exporting?.stop(),
        importing?.stop(),
      ]);
      await database.stop();
    },
  };
}
