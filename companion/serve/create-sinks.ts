import type { SinkConfig } from '../config/sink-config.ts';
import { createEveApiSink } from '../sinks/eve-api/sink.ts';
import { createEveNewlogSink } from '../sinks/eve-newlog/sink.ts';
import { createFileSink } from '../sinks/file/sink.ts';
import { createOtlpSink } from '../sinks/otlp/sink.ts';
import type { Sink } from '../sinks/sink.ts';

/** Makes the sinks that a config names. Throws Error with one line for people when one cannot be. */
export function createSinks(configs: readonly SinkConfig[]): Sink[] {
  return configs.map(createSink);
}

function createSink(config: SinkConfig): Sink {
  switch (config.type) {
    case 'file':
      return createFileSink(config.options);
    case 'eve-api':
      return createEveApiSink(config.options);
    case 'eve-newlog':
      return createEveNewlogSink(config.options);
    case 'otlp':
      return createOtlpSink(config.options);
  }
}
