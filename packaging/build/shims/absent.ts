/** Stands for an optional package of another platform: there is nothing in it. */
export {};
