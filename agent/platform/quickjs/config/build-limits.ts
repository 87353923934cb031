import type { CheckProblem } from '#agent/core/checks/check-config.ts';
import type { ScheduleProblem } from '#agent/core/config/agent-config.ts';

/** This build has no cron patterns. */
export const scheduleProblem: ScheduleProblem = () =>
  'the compact build has no cron patterns: use periodSeconds, the system\'s cron with "cherub-agent heartbeat", or the standard build';

/** This build has no HTTP. */
export const checkProblem: CheckProblem = (kind) =>
  kind === 'http'
    ? 'the compact build has no http checks: use a tcp or an exec check, or the standard build'
    : undefined;
