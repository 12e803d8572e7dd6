export declare function impurities(name: string, source: string): string[];
