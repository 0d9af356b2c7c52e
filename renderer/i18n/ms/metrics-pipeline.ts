import type { pipelineMetrics as english } from '../en/metrics-pipeline';

export const pipelineMetrics: typeof english = {};
