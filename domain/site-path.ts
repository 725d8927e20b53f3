/** Whether a text is the path of one of this site's own pages: where a sign-in may lead to, and nowhere else. */
export const isSitePath = (text: string): boolean =>
  /^\/(ro|hu|en)(\/[\w\-/]*)?(\?[\w\-=&%.:+]*)?$/.test(text)
