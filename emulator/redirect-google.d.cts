/** Redirects every request of this process to Google's hosts. Undo with what it returns. */
export declare function redirectGoogle(origin: string): () => void;
