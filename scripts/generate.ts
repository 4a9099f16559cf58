// Brings everything generated up to date: npm run generate [-- --check]
// With --check nothing is written, and the exit code is 1 when something is out of date.
import './generate-docs.ts';
import './generate-schemas.ts';
