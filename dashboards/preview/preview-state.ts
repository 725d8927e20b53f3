/** loading: not shown yet; asked: something has to be chosen first; ready: the file can be sent. */
export type PreviewState = 'loading' | 'asked' | 'ready'
