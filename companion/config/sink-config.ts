import { programVersion } from '../cli/version.ts';
import type { EveApiSinkOptions } from '../sinks/eve-api/options.ts';
import type { EveNewlogSinkOptions } from '../sinks/eve-newlog/options.ts';
import type { FileSinkOptions } from '../sinks/file/options.ts';
import type { OtlpSinkOptions } from '../sinks/otlp/options.ts';
import type { ConfigFile } from './schema.ts';

export type SinkConfig =
  | { readonly type: 'file'; readonly options: FileSinkOptions }
  | { readonly type: 'eve-api'; readonly options: EveApiSinkOptions }
  | { readonly type: 'eve-newlog'; readonly options: EveNewlogSinkOptions }
  | { readonly type: 'otlp'; readonly options: OtlpSinkOptions };

type SinkFile = ConfigFile['sinks'][number];
type SinkFileOf<T extends SinkFile['type']> = Extract<SinkFile, { type: T }>;
type Absolute = (path: string) => string;

/** A sink of the config file with every path absolute and every unit in milliseconds; its name says where it leads. */
export function toSink(sink: SinkFile, absolute: Absolute, nodeName: string): SinkConfig {
  switch (sink.type) {
    case 'file': {
      const path = absolute(sink.path);
      const { bytesMax, files } = sink;
      return { type: 'file', options: { name: `file ${path}`, path, bytesMax, files } };
    }
    case 'eve-api':
      return { type: 'eve-api', options: toEveApi(sink, absolute) };
    case 'eve-newlog': {
      const folder = absolute(sink.folder);
      return {
        type: 'eve-newlog',
        options: { name: `eve-newlog ${folder}`, folder, filesMax: sink.filesMax },
      };
    }
    case 'otlp':
      return { type: 'otlp', options: toOtlp(sink, absolute, nodeName) };
  }
}

function toEveApi(sink: SinkFileOf<'eve-api'>, absolute: Absolute): EveApiSinkOptions {
  const { url, apiVersion, device, route, ca, certificate, key, timeoutSeconds } = sink;
  return {
    name: apiVersion === 1 ? `eve-api ${url}` : `eve-api v${apiVersion} ${url}`,
    url,
    apiVersion,
    ...(device && { device: device.toLowerCase() }),
    route,
    ca: absolute(ca),
    certificate: absolute(certificate),
    key: absolute(key),
    timeoutMs: timeoutSeconds * 1000,
  };
}

function toOtlp(sink: SinkFileOf<'otlp'>, absolute: Absolute, nodeName: string): OtlpSinkOptions {
  const { endpoint, logs, metrics, ca, certificate, key, tokenFile, timeoutSeconds } = sink;
  return {
    name: `otlp ${endpoint}`,
    endpoint,
    logs,
    metrics,
    ...(ca && { ca: absolute(ca) }),
    ...(certificate && { certificate: absolute(certificate) }),
    ...(key && { key: absolute(key) }),
    ...(tokenFile && { tokenFile: absolute(tokenFile) }),
    nodeName,
    version: programVersion(),
    timeoutMs: timeoutSeconds * 1000,
  };
}
