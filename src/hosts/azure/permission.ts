/** What a person sets where Azure refuses; empty where no setting is known to help. `status`: of the answer, absent when none came. */
export function cureOf(status: number | undefined, words: string): string {
  if (status === undefined) return '';
  if (/\bREST API version\b/i.test(words)) return 'Comments need an Azure DevOps Server that knows version 7.1 of its REST API.';
  // Azure answers a token it does not know with the page to sign in at.
  if (status === 401 || status === 203 || (status >= 300 && status < 400)) {
    return 'The step needs "token: $(System.AccessToken)"; in a classic pipeline the job must also let scripts access the OAuth token.';
  }
  // What may not be read is hidden behind 404.
  if (status === 403 || status === 404) {
    return 'Set it in Project settings > Repositories > (this repository) > Security: "Contribute to pull requests" is to be allowed for the build service, "(project) Build Service (organization)".';
  }
  return '';
}
