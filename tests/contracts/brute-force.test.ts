import { testArchive } from './archive.ts';
import { createBruteForceArchive } from './brute-force-archive.ts';

testArchive('brute force', createBruteForceArchive);
