/** Above what the readers take, so that they can say so themselves. */
export const MAX_UPLOAD_BYTES = 64 * 1024 * 1024
