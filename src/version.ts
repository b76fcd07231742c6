/** Version of the package; the release script keeps it equal to package.json (a test holds it to that). */
export const VERSION = '0.0.0';
