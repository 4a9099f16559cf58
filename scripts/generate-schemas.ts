// Brings the published JSON Schemas up to date. Run with Node 24: node scripts/generate-schemas.ts [--check]
import { bringUpToDate } from './generated-files.ts';
import { publishedSchemas } from './published-schemas.ts';

bringUpToDate(publishedSchemas);
