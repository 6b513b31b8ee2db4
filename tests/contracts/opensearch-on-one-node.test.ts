import { testInOpenSearch } from './in-opensearch.ts';

testInOpenSearch('OpenSearch', 'TEST_OPENSEARCH_URL', { shards: 1, replicas: 0 });
