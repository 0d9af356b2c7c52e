/** Words of the measures of the open pipeline. */
export const pipelineMetrics = {};
