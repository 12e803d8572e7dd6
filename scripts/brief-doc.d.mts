export declare function briefDoc(): Promise<string>;
