/**
 * The folders of a PATH value in order. Quotes keep a `;` inside a folder and are dropped; empty entries are skipped;
 * a trailing separator is cut unless it makes the root of a drive.
 */
export function pathFolders(path: string): readonly string[] {
  return pathEntries(path)
    .map((entry) => withoutTrailingSeparator(entry.trim()))
    .filter((entry) => entry !== '');
}

function pathEntries(path: string): string[] {
  if (!path.includes('"')) return path.split(';');
  const entries: string[] = [];
  let entry = '';
  let quoted = false;
  for (const character of path) {
    if (character === '"') quoted = !quoted;
    else if (character === ';' && !quoted) {
      entries.push(entry);
      entry = '';
    } else entry += character;
  }
  return [...entries, entry];
}

function withoutTrailingSeparator(folder: string): string {
  let end = folder.length;
  while (end > 1 && (folder[end - 1] === '\\' || folder[end - 1] === '/')) end--;
  const trimmed = folder.slice(0, end);
  return /^[a-z]:$/i.test(trimmed) && end < folder.length ? `${trimmed}\\` : trimmed;
}
