/** What the server takes with one message (platform/schemas.ts, which the browser doesn't load for its size). */
export const file_limits = { files: 10, bytes: 25 * 1024 * 1024 };
