import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace otlp. */
export namespace otlp {

    /**
     * Properties of an AnyValue.
     * @deprecated Use otlp.AnyValue.$Properties instead.
     */
    interface IAnyValue extends otlp.AnyValue.$Properties {
    }

    /** Represents an AnyValue. */
    class AnyValue {

        /**
         * Constructs a new AnyValue.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.AnyValue.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AnyValue stringValue. */
        stringValue?: (string|null);

        /** AnyValue boolValue. */
        boolValue?: (boolean|null);

        /** AnyValue doubleValue. */
        doubleValue?: (number|null);

        /** AnyValue value. */
        value?: ("stringValue"|"boolValue"|"doubleValue");

        /**
         * Creates a new AnyValue instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AnyValue instance
         */
        static create(properties: otlp.AnyValue.$Shape): otlp.AnyValue & otlp.AnyValue.$Shape;
        static create(properties?: otlp.AnyValue.$Properties): otlp.AnyValue;

        /**
         * Encodes the specified AnyValue message. Does not implicitly {@link otlp.AnyValue.verify|verify} messages.
         * @param message AnyValue message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.AnyValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AnyValue message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.AnyValue & otlp.AnyValue.$Shape} AnyValue
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.AnyValue & otlp.AnyValue.$Shape;
    }

    namespace AnyValue {

        /** Properties of an AnyValue. */
        interface $Properties {

            /** AnyValue stringValue */
            stringValue?: (string|null);

            /** AnyValue boolValue */
            boolValue?: (boolean|null);

            /** AnyValue doubleValue */
            doubleValue?: (number|null);

            /** AnyValue value */
            value?: ("stringValue"|"boolValue"|"doubleValue");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an AnyValue. */
        type $Shape = {
          stringValue?: string|null;
          boolValue?: boolean|null;
          doubleValue?: number|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ value?: undefined; stringValue?: null; boolValue?: null; doubleValue?: null }|{ value?: "stringValue"; stringValue: string; boolValue?: null; doubleValue?: null }|{ value?: "boolValue"; stringValue?: null; boolValue: boolean; doubleValue?: null }|{ value?: "doubleValue"; stringValue?: null; boolValue?: null; doubleValue: number })
        );
    }

    /**
     * Properties of a KeyValue.
     * @deprecated Use otlp.KeyValue.$Properties instead.
     */
    interface IKeyValue extends otlp.KeyValue.$Properties {
    }

    /** Represents a KeyValue. */
    class KeyValue {

        /**
         * Constructs a new KeyValue.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.KeyValue.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KeyValue key. */
        key: string;

        /** KeyValue value. */
        value?: (otlp.AnyValue.$Properties|null);

        /**
         * Creates a new KeyValue instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KeyValue instance
         */
        static create(properties: otlp.KeyValue.$Shape): otlp.KeyValue & otlp.KeyValue.$Shape;
        static create(properties?: otlp.KeyValue.$Properties): otlp.KeyValue;

        /**
         * Encodes the specified KeyValue message. Does not implicitly {@link otlp.KeyValue.verify|verify} messages.
         * @param message KeyValue message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.KeyValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KeyValue message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.KeyValue & otlp.KeyValue.$Shape} KeyValue
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.KeyValue & otlp.KeyValue.$Shape;
    }

    namespace KeyValue {

        /** Properties of a KeyValue. */
        interface $Properties {

            /** KeyValue key */
            key?: (string|null);

            /** KeyValue value */
            value?: (otlp.AnyValue.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KeyValue. */
        type $Shape = {
          key?: string|null;
          value?: otlp.AnyValue.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Resource.
     * @deprecated Use otlp.Resource.$Properties instead.
     */
    interface IResource extends otlp.Resource.$Properties {
    }

    /** Represents a Resource. */
    class Resource {

        /**
         * Constructs a new Resource.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.Resource.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Resource attributes. */
        attributes: otlp.KeyValue.$Properties[];

        /**
         * Creates a new Resource instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Resource instance
         */
        static create(properties: otlp.Resource.$Shape): otlp.Resource & otlp.Resource.$Shape;
        static create(properties?: otlp.Resource.$Properties): otlp.Resource;

        /**
         * Encodes the specified Resource message. Does not implicitly {@link otlp.Resource.verify|verify} messages.
         * @param message Resource message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.Resource.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Resource message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.Resource & otlp.Resource.$Shape} Resource
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.Resource & otlp.Resource.$Shape;
    }

    namespace Resource {

        /** Properties of a Resource. */
        interface $Properties {

            /** Resource attributes */
            attributes?: (otlp.KeyValue.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Resource. */
        type $Shape = {
          attributes?: otlp.KeyValue.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of an InstrumentationScope.
     * @deprecated Use otlp.InstrumentationScope.$Properties instead.
     */
    interface IInstrumentationScope extends otlp.InstrumentationScope.$Properties {
    }

    /** Represents an InstrumentationScope. */
    class InstrumentationScope {

        /**
         * Constructs a new InstrumentationScope.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.InstrumentationScope.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** InstrumentationScope name. */
        name: string;

        /** InstrumentationScope version. */
        version: string;

        /**
         * Creates a new InstrumentationScope instance using the specified properties.
         * @param [properties] Properties to set
         * @returns InstrumentationScope instance
         */
        static create(properties: otlp.InstrumentationScope.$Shape): otlp.InstrumentationScope & otlp.InstrumentationScope.$Shape;
        static create(properties?: otlp.InstrumentationScope.$Properties): otlp.InstrumentationScope;

        /**
         * Encodes the specified InstrumentationScope message. Does not implicitly {@link otlp.InstrumentationScope.verify|verify} messages.
         * @param message InstrumentationScope message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.InstrumentationScope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an InstrumentationScope message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.InstrumentationScope & otlp.InstrumentationScope.$Shape} InstrumentationScope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.InstrumentationScope & otlp.InstrumentationScope.$Shape;
    }

    namespace InstrumentationScope {

        /** Properties of an InstrumentationScope. */
        interface $Properties {

            /** InstrumentationScope name */
            name?: (string|null);

            /** InstrumentationScope version */
            version?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an InstrumentationScope. */
        type $Shape = otlp.InstrumentationScope.$Properties;
    }

    /**
     * Properties of a LogsRequest.
     * @deprecated Use otlp.LogsRequest.$Properties instead.
     */
    interface ILogsRequest extends otlp.LogsRequest.$Properties {
    }

    /** Represents a LogsRequest. */
    class LogsRequest {

        /**
         * Constructs a new LogsRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.LogsRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogsRequest resourceLogs. */
        resourceLogs: otlp.ResourceLogs.$Properties[];

        /**
         * Creates a new LogsRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogsRequest instance
         */
        static create(properties: otlp.LogsRequest.$Shape): otlp.LogsRequest & otlp.LogsRequest.$Shape;
        static create(properties?: otlp.LogsRequest.$Properties): otlp.LogsRequest;

        /**
         * Encodes the specified LogsRequest message. Does not implicitly {@link otlp.LogsRequest.verify|verify} messages.
         * @param message LogsRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.LogsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogsRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.LogsRequest & otlp.LogsRequest.$Shape} LogsRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.LogsRequest & otlp.LogsRequest.$Shape;
    }

    namespace LogsRequest {

        /** Properties of a LogsRequest. */
        interface $Properties {

            /** LogsRequest resourceLogs */
            resourceLogs?: (otlp.ResourceLogs.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LogsRequest. */
        type $Shape = {
          resourceLogs?: otlp.ResourceLogs.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a ResourceLogs.
     * @deprecated Use otlp.ResourceLogs.$Properties instead.
     */
    interface IResourceLogs extends otlp.ResourceLogs.$Properties {
    }

    /** Represents a ResourceLogs. */
    class ResourceLogs {

        /**
         * Constructs a new ResourceLogs.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.ResourceLogs.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ResourceLogs resource. */
        resource?: (otlp.Resource.$Properties|null);

        /** ResourceLogs scopeLogs. */
        scopeLogs: otlp.ScopeLogs.$Properties[];

        /** ResourceLogs schemaUrl. */
        schemaUrl: string;

        /**
         * Creates a new ResourceLogs instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ResourceLogs instance
         */
        static create(properties: otlp.ResourceLogs.$Shape): otlp.ResourceLogs & otlp.ResourceLogs.$Shape;
        static create(properties?: otlp.ResourceLogs.$Properties): otlp.ResourceLogs;

        /**
         * Encodes the specified ResourceLogs message. Does not implicitly {@link otlp.ResourceLogs.verify|verify} messages.
         * @param message ResourceLogs message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.ResourceLogs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ResourceLogs message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.ResourceLogs & otlp.ResourceLogs.$Shape} ResourceLogs
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.ResourceLogs & otlp.ResourceLogs.$Shape;
    }

    namespace ResourceLogs {

        /** Properties of a ResourceLogs. */
        interface $Properties {

            /** ResourceLogs resource */
            resource?: (otlp.Resource.$Properties|null);

            /** ResourceLogs scopeLogs */
            scopeLogs?: (otlp.ScopeLogs.$Properties[]|null);

            /** ResourceLogs schemaUrl */
            schemaUrl?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ResourceLogs. */
        type $Shape = {
          resource?: otlp.Resource.$Shape|null;
          scopeLogs?: otlp.ScopeLogs.$Shape[]|null;
          schemaUrl?: string|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a ScopeLogs.
     * @deprecated Use otlp.ScopeLogs.$Properties instead.
     */
    interface IScopeLogs extends otlp.ScopeLogs.$Properties {
    }

    /** Represents a ScopeLogs. */
    class ScopeLogs {

        /**
         * Constructs a new ScopeLogs.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.ScopeLogs.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ScopeLogs scope. */
        scope?: (otlp.InstrumentationScope.$Properties|null);

        /** ScopeLogs logRecords. */
        logRecords: otlp.LogRecord.$Properties[];

        /**
         * Creates a new ScopeLogs instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ScopeLogs instance
         */
        static create(properties: otlp.ScopeLogs.$Shape): otlp.ScopeLogs & otlp.ScopeLogs.$Shape;
        static create(properties?: otlp.ScopeLogs.$Properties): otlp.ScopeLogs;

        /**
         * Encodes the specified ScopeLogs message. Does not implicitly {@link otlp.ScopeLogs.verify|verify} messages.
         * @param message ScopeLogs message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.ScopeLogs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ScopeLogs message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.ScopeLogs & otlp.ScopeLogs.$Shape} ScopeLogs
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.ScopeLogs & otlp.ScopeLogs.$Shape;
    }

    namespace ScopeLogs {

        /** Properties of a ScopeLogs. */
        interface $Properties {

            /** ScopeLogs scope */
            scope?: (otlp.InstrumentationScope.$Properties|null);

            /** ScopeLogs logRecords */
            logRecords?: (otlp.LogRecord.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ScopeLogs. */
        type $Shape = {
          scope?: otlp.InstrumentationScope.$Shape|null;
          logRecords?: otlp.LogRecord.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a LogRecord.
     * @deprecated Use otlp.LogRecord.$Properties instead.
     */
    interface ILogRecord extends otlp.LogRecord.$Properties {
    }

    /** Represents a LogRecord. */
    class LogRecord {

        /**
         * Constructs a new LogRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.LogRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogRecord timeUnixNano. */
        timeUnixNano: number;

        /** LogRecord severityNumber. */
        severityNumber: number;

        /** LogRecord severityText. */
        severityText: string;

        /** LogRecord body. */
        body?: (otlp.AnyValue.$Properties|null);

        /** LogRecord attributes. */
        attributes: otlp.KeyValue.$Properties[];

        /** LogRecord observedTimeUnixNano. */
        observedTimeUnixNano: number;

        /** LogRecord eventName. */
        eventName: string;

        /**
         * Creates a new LogRecord instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogRecord instance
         */
        static create(properties: otlp.LogRecord.$Shape): otlp.LogRecord & otlp.LogRecord.$Shape;
        static create(properties?: otlp.LogRecord.$Properties): otlp.LogRecord;

        /**
         * Encodes the specified LogRecord message. Does not implicitly {@link otlp.LogRecord.verify|verify} messages.
         * @param message LogRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.LogRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.LogRecord & otlp.LogRecord.$Shape} LogRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.LogRecord & otlp.LogRecord.$Shape;
    }

    namespace LogRecord {

        /** Properties of a LogRecord. */
        interface $Properties {

            /** LogRecord timeUnixNano */
            timeUnixNano?: (number|null);

            /** LogRecord severityNumber */
            severityNumber?: (number|null);

            /** LogRecord severityText */
            severityText?: (string|null);

            /** LogRecord body */
            body?: (otlp.AnyValue.$Properties|null);

            /** LogRecord attributes */
            attributes?: (otlp.KeyValue.$Properties[]|null);

            /** LogRecord observedTimeUnixNano */
            observedTimeUnixNano?: (number|null);

            /** LogRecord eventName */
            eventName?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LogRecord. */
        type $Shape = {
          timeUnixNano?: number|null;
          severityNumber?: number|null;
          severityText?: string|null;
          body?: otlp.AnyValue.$Shape|null;
          attributes?: otlp.KeyValue.$Shape[]|null;
          observedTimeUnixNano?: number|null;
          eventName?: string|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a MetricsRequest.
     * @deprecated Use otlp.MetricsRequest.$Properties instead.
     */
    interface IMetricsRequest extends otlp.MetricsRequest.$Properties {
    }

    /** Represents a MetricsRequest. */
    class MetricsRequest {

        /**
         * Constructs a new MetricsRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.MetricsRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MetricsRequest resourceMetrics. */
        resourceMetrics: otlp.ResourceMetrics.$Properties[];

        /**
         * Creates a new MetricsRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MetricsRequest instance
         */
        static create(properties: otlp.MetricsRequest.$Shape): otlp.MetricsRequest & otlp.MetricsRequest.$Shape;
        static create(properties?: otlp.MetricsRequest.$Properties): otlp.MetricsRequest;

        /**
         * Encodes the specified MetricsRequest message. Does not implicitly {@link otlp.MetricsRequest.verify|verify} messages.
         * @param message MetricsRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.MetricsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MetricsRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.MetricsRequest & otlp.MetricsRequest.$Shape} MetricsRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.MetricsRequest & otlp.MetricsRequest.$Shape;
    }

    namespace MetricsRequest {

        /** Properties of a MetricsRequest. */
        interface $Properties {

            /** MetricsRequest resourceMetrics */
            resourceMetrics?: (otlp.ResourceMetrics.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MetricsRequest. */
        type $Shape = {
          resourceMetrics?: otlp.ResourceMetrics.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a ResourceMetrics.
     * @deprecated Use otlp.ResourceMetrics.$Properties instead.
     */
    interface IResourceMetrics extends otlp.ResourceMetrics.$Properties {
    }

    /** Represents a ResourceMetrics. */
    class ResourceMetrics {

        /**
         * Constructs a new ResourceMetrics.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.ResourceMetrics.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ResourceMetrics resource. */
        resource?: (otlp.Resource.$Properties|null);

        /** ResourceMetrics scopeMetrics. */
        scopeMetrics: otlp.ScopeMetrics.$Properties[];

        /** ResourceMetrics schemaUrl. */
        schemaUrl: string;

        /**
         * Creates a new ResourceMetrics instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ResourceMetrics instance
         */
        static create(properties: otlp.ResourceMetrics.$Shape): otlp.ResourceMetrics & otlp.ResourceMetrics.$Shape;
        static create(properties?: otlp.ResourceMetrics.$Properties): otlp.ResourceMetrics;

        /**
         * Encodes the specified ResourceMetrics message. Does not implicitly {@link otlp.ResourceMetrics.verify|verify} messages.
         * @param message ResourceMetrics message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.ResourceMetrics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ResourceMetrics message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.ResourceMetrics & otlp.ResourceMetrics.$Shape} ResourceMetrics
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.ResourceMetrics & otlp.ResourceMetrics.$Shape;
    }

    namespace ResourceMetrics {

        /** Properties of a ResourceMetrics. */
        interface $Properties {

            /** ResourceMetrics resource */
            resource?: (otlp.Resource.$Properties|null);

            /** ResourceMetrics scopeMetrics */
            scopeMetrics?: (otlp.ScopeMetrics.$Properties[]|null);

            /** ResourceMetrics schemaUrl */
            schemaUrl?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ResourceMetrics. */
        type $Shape = {
          resource?: otlp.Resource.$Shape|null;
          scopeMetrics?: otlp.ScopeMetrics.$Shape[]|null;
          schemaUrl?: string|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a ScopeMetrics.
     * @deprecated Use otlp.ScopeMetrics.$Properties instead.
     */
    interface IScopeMetrics extends otlp.ScopeMetrics.$Properties {
    }

    /** Represents a ScopeMetrics. */
    class ScopeMetrics {

        /**
         * Constructs a new ScopeMetrics.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.ScopeMetrics.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ScopeMetrics scope. */
        scope?: (otlp.InstrumentationScope.$Properties|null);

        /** ScopeMetrics metrics. */
        metrics: otlp.Metric.$Properties[];

        /**
         * Creates a new ScopeMetrics instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ScopeMetrics instance
         */
        static create(properties: otlp.ScopeMetrics.$Shape): otlp.ScopeMetrics & otlp.ScopeMetrics.$Shape;
        static create(properties?: otlp.ScopeMetrics.$Properties): otlp.ScopeMetrics;

        /**
         * Encodes the specified ScopeMetrics message. Does not implicitly {@link otlp.ScopeMetrics.verify|verify} messages.
         * @param message ScopeMetrics message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.ScopeMetrics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ScopeMetrics message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.ScopeMetrics & otlp.ScopeMetrics.$Shape} ScopeMetrics
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.ScopeMetrics & otlp.ScopeMetrics.$Shape;
    }

    namespace ScopeMetrics {

        /** Properties of a ScopeMetrics. */
        interface $Properties {

            /** ScopeMetrics scope */
            scope?: (otlp.InstrumentationScope.$Properties|null);

            /** ScopeMetrics metrics */
            metrics?: (otlp.Metric.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ScopeMetrics. */
        type $Shape = {
          scope?: otlp.InstrumentationScope.$Shape|null;
          metrics?: otlp.Metric.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Metric.
     * @deprecated Use otlp.Metric.$Properties instead.
     */
    interface IMetric extends otlp.Metric.$Properties {
    }

    /** Represents a Metric. */
    class Metric {

        /**
         * Constructs a new Metric.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.Metric.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Metric name. */
        name: string;

        /** Metric unit. */
        unit: string;

        /** Metric gauge. */
        gauge?: (otlp.Gauge.$Properties|null);

        /** Metric sum. */
        sum?: (otlp.Sum.$Properties|null);

        /**
         * Creates a new Metric instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Metric instance
         */
        static create(properties: otlp.Metric.$Shape): otlp.Metric & otlp.Metric.$Shape;
        static create(properties?: otlp.Metric.$Properties): otlp.Metric;

        /**
         * Encodes the specified Metric message. Does not implicitly {@link otlp.Metric.verify|verify} messages.
         * @param message Metric message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.Metric.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Metric message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.Metric & otlp.Metric.$Shape} Metric
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.Metric & otlp.Metric.$Shape;
    }

    namespace Metric {

        /** Properties of a Metric. */
        interface $Properties {

            /** Metric name */
            name?: (string|null);

            /** Metric unit */
            unit?: (string|null);

            /** Metric gauge */
            gauge?: (otlp.Gauge.$Properties|null);

            /** Metric sum */
            sum?: (otlp.Sum.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Metric. */
        type $Shape = {
          name?: string|null;
          unit?: string|null;
          gauge?: otlp.Gauge.$Shape|null;
          sum?: otlp.Sum.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Gauge.
     * @deprecated Use otlp.Gauge.$Properties instead.
     */
    interface IGauge extends otlp.Gauge.$Properties {
    }

    /** Represents a Gauge. */
    class Gauge {

        /**
         * Constructs a new Gauge.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.Gauge.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Gauge dataPoints. */
        dataPoints: otlp.NumberDataPoint.$Properties[];

        /**
         * Creates a new Gauge instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Gauge instance
         */
        static create(properties: otlp.Gauge.$Shape): otlp.Gauge & otlp.Gauge.$Shape;
        static create(properties?: otlp.Gauge.$Properties): otlp.Gauge;

        /**
         * Encodes the specified Gauge message. Does not implicitly {@link otlp.Gauge.verify|verify} messages.
         * @param message Gauge message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.Gauge.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Gauge message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.Gauge & otlp.Gauge.$Shape} Gauge
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.Gauge & otlp.Gauge.$Shape;
    }

    namespace Gauge {

        /** Properties of a Gauge. */
        interface $Properties {

            /** Gauge dataPoints */
            dataPoints?: (otlp.NumberDataPoint.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Gauge. */
        type $Shape = {
          dataPoints?: otlp.NumberDataPoint.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Sum.
     * @deprecated Use otlp.Sum.$Properties instead.
     */
    interface ISum extends otlp.Sum.$Properties {
    }

    /** Represents a Sum. */
    class Sum {

        /**
         * Constructs a new Sum.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.Sum.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Sum dataPoints. */
        dataPoints: otlp.NumberDataPoint.$Properties[];

        /** Sum aggregationTemporality. */
        aggregationTemporality: number;

        /** Sum isMonotonic. */
        isMonotonic: boolean;

        /**
         * Creates a new Sum instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Sum instance
         */
        static create(properties: otlp.Sum.$Shape): otlp.Sum & otlp.Sum.$Shape;
        static create(properties?: otlp.Sum.$Properties): otlp.Sum;

        /**
         * Encodes the specified Sum message. Does not implicitly {@link otlp.Sum.verify|verify} messages.
         * @param message Sum message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.Sum.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Sum message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.Sum & otlp.Sum.$Shape} Sum
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.Sum & otlp.Sum.$Shape;
    }

    namespace Sum {

        /** Properties of a Sum. */
        interface $Properties {

            /** Sum dataPoints */
            dataPoints?: (otlp.NumberDataPoint.$Properties[]|null);

            /** Sum aggregationTemporality */
            aggregationTemporality?: (number|null);

            /** Sum isMonotonic */
            isMonotonic?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Sum. */
        type $Shape = {
          dataPoints?: otlp.NumberDataPoint.$Shape[]|null;
          aggregationTemporality?: number|null;
          isMonotonic?: boolean|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a NumberDataPoint.
     * @deprecated Use otlp.NumberDataPoint.$Properties instead.
     */
    interface INumberDataPoint extends otlp.NumberDataPoint.$Properties {
    }

    /** Represents a NumberDataPoint. */
    class NumberDataPoint {

        /**
         * Constructs a new NumberDataPoint.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.NumberDataPoint.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NumberDataPoint startTimeUnixNano. */
        startTimeUnixNano: number;

        /** NumberDataPoint timeUnixNano. */
        timeUnixNano: number;

        /** NumberDataPoint asDouble. */
        asDouble: number;

        /** NumberDataPoint attributes. */
        attributes: otlp.KeyValue.$Properties[];

        /**
         * Creates a new NumberDataPoint instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NumberDataPoint instance
         */
        static create(properties: otlp.NumberDataPoint.$Shape): otlp.NumberDataPoint & otlp.NumberDataPoint.$Shape;
        static create(properties?: otlp.NumberDataPoint.$Properties): otlp.NumberDataPoint;

        /**
         * Encodes the specified NumberDataPoint message. Does not implicitly {@link otlp.NumberDataPoint.verify|verify} messages.
         * @param message NumberDataPoint message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.NumberDataPoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NumberDataPoint message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.NumberDataPoint & otlp.NumberDataPoint.$Shape} NumberDataPoint
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.NumberDataPoint & otlp.NumberDataPoint.$Shape;
    }

    namespace NumberDataPoint {

        /** Properties of a NumberDataPoint. */
        interface $Properties {

            /** NumberDataPoint startTimeUnixNano */
            startTimeUnixNano?: (number|null);

            /** NumberDataPoint timeUnixNano */
            timeUnixNano?: (number|null);

            /** NumberDataPoint asDouble */
            asDouble?: (number|null);

            /** NumberDataPoint attributes */
            attributes?: (otlp.KeyValue.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NumberDataPoint. */
        type $Shape = {
          startTimeUnixNano?: number|null;
          timeUnixNano?: number|null;
          asDouble?: number|null;
          attributes?: otlp.KeyValue.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of an ExportResponse.
     * @deprecated Use otlp.ExportResponse.$Properties instead.
     */
    interface IExportResponse extends otlp.ExportResponse.$Properties {
    }

    /** Represents an ExportResponse. */
    class ExportResponse {

        /**
         * Constructs a new ExportResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.ExportResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ExportResponse partialSuccess. */
        partialSuccess?: (otlp.PartialSuccess.$Properties|null);

        /**
         * Creates a new ExportResponse instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ExportResponse instance
         */
        static create(properties: otlp.ExportResponse.$Shape): otlp.ExportResponse & otlp.ExportResponse.$Shape;
        static create(properties?: otlp.ExportResponse.$Properties): otlp.ExportResponse;

        /**
         * Encodes the specified ExportResponse message. Does not implicitly {@link otlp.ExportResponse.verify|verify} messages.
         * @param message ExportResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.ExportResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ExportResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.ExportResponse & otlp.ExportResponse.$Shape} ExportResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.ExportResponse & otlp.ExportResponse.$Shape;
    }

    namespace ExportResponse {

        /** Properties of an ExportResponse. */
        interface $Properties {

            /** ExportResponse partialSuccess */
            partialSuccess?: (otlp.PartialSuccess.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ExportResponse. */
        type $Shape = otlp.ExportResponse.$Properties;
    }

    /**
     * Properties of a PartialSuccess.
     * @deprecated Use otlp.PartialSuccess.$Properties instead.
     */
    interface IPartialSuccess extends otlp.PartialSuccess.$Properties {
    }

    /** Represents a PartialSuccess. */
    class PartialSuccess {

        /**
         * Constructs a new PartialSuccess.
         * @param [properties] Properties to set
         */
        constructor(properties?: otlp.PartialSuccess.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PartialSuccess rejected. */
        rejected: number;

        /** PartialSuccess errorMessage. */
        errorMessage: string;

        /**
         * Creates a new PartialSuccess instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PartialSuccess instance
         */
        static create(properties: otlp.PartialSuccess.$Shape): otlp.PartialSuccess & otlp.PartialSuccess.$Shape;
        static create(properties?: otlp.PartialSuccess.$Properties): otlp.PartialSuccess;

        /**
         * Encodes the specified PartialSuccess message. Does not implicitly {@link otlp.PartialSuccess.verify|verify} messages.
         * @param message PartialSuccess message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: otlp.PartialSuccess.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PartialSuccess message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {otlp.PartialSuccess & otlp.PartialSuccess.$Shape} PartialSuccess
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): otlp.PartialSuccess & otlp.PartialSuccess.$Shape;
    }

    namespace PartialSuccess {

        /** Properties of a PartialSuccess. */
        interface $Properties {

            /** PartialSuccess rejected */
            rejected?: (number|null);

            /** PartialSuccess errorMessage */
            errorMessage?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PartialSuccess. */
        type $Shape = otlp.PartialSuccess.$Properties;
    }
}
