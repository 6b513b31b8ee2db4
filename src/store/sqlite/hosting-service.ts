/**
 * Hosting services that throw away what a process writes to its own disk, by the variable that each
 * sets. All but Heroku have volumes.
 */
const SERVICES = {
  RENDER: 'Render',
  DYNO: 'Heroku',
  FLY_APP_NAME: 'Fly.io',
  RAILWAY_PROJECT_ID: 'Railway',
  KOYEB_APP_NAME: 'Koyeb',
  K_SERVICE: 'Cloud Run',
} as const;

/** Which of them runs this process; undefined if none does. */
export const hostingService = (environment: NodeJS.ProcessEnv): string | undefined =>
  Object.entries(SERVICES).find(([variable]) => environment[variable])?.[1];
