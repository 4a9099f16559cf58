/**
 * The file of the workflow that runs, relative to the checkout. `reference` is `owner/name/.github/workflows/deploy.yml@refs/heads/main`
 * (GITHUB_WORKFLOW_REF); a workflow of another repository is no file of the checkout.
 */
export function workflowFile(reference: string | undefined, repository: string | undefined): string | undefined {
  if (reference === undefined || repository === undefined || repository === '') return undefined;
  const own = `${repository}/`;
  const path = reference.replace(/@.*$/s, '');
  return path.toLowerCase().startsWith(own.toLowerCase()) && path.length > own.length ? path.slice(own.length) : undefined;
}
