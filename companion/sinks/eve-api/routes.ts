/** The paths of EVE's device API for one app, in both versions (APIv1.md and APIv2.md of lf-edge/eve-api). */
export interface EveRoutes {
  /** Protobuf bundles. */
  logs(appId: string): string;
  /** Gzip of JSON lines. */
  newlogs(appId: string): string;
  readonly ping: string;
}

export const ROUTES_V1: EveRoutes = {
  logs: (appId) => `/api/v1/edgedevice/apps/instances/id/${appId}/logs`,
  newlogs: (appId) => `/api/v1/edgedevice/apps/instanceid/id/${appId}/newlogs`,
  ping: '/api/v1/edgedevice/ping',
};

/** @param deviceId the device's UUID at the controller */
export function routesV2(deviceId: string): EveRoutes {
  const device = `/api/v2/edgedevice/id/${deviceId}`;
  return {
    logs: (appId) => `${device}/apps/instances/id/${appId}/logs`,
    newlogs: (appId) => `${device}/apps/instanceid/${appId}/newlogs`,
    ping: '/api/v2/edgedevice/ping',
  };
}
