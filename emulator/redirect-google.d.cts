/** Redirects every request of this process to Google's hosts. Returns a function that undoes it. */
export declare function redirectGoogle(origin: string): () => void;
