import { testInOpenSearch } from './in-opensearch.ts';

testInOpenSearch('OpenSearch on three nodes', 'TEST_OPENSEARCH_CLUSTER_URL', {
  shards: 3,
  replicas: 1,
});
