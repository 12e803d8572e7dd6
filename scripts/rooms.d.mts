export declare const ROOMS: Readonly<Record<string, readonly string[]>>;
export declare const ENTRANCES: readonly string[];
export declare const OWNERS: Readonly<Record<string, string>>;
export declare const PURE_ROOMS: readonly string[];
