import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace eve. */
export namespace eve {

    /**
     * Properties of a Timestamp.
     * @deprecated Use eve.Timestamp.$Properties instead.
     */
    interface ITimestamp extends eve.Timestamp.$Properties {
    }

    /** Represents a Timestamp. */
    class Timestamp {

        /**
         * Constructs a new Timestamp.
         * @param [properties] Properties to set
         */
        constructor(properties?: eve.Timestamp.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Timestamp seconds. */
        seconds: number;

        /** Timestamp nanos. */
        nanos: number;

        /**
         * Creates a new Timestamp instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Timestamp instance
         */
        static create(properties: eve.Timestamp.$Shape): eve.Timestamp & eve.Timestamp.$Shape;
        static create(properties?: eve.Timestamp.$Properties): eve.Timestamp;

        /**
         * Encodes the specified Timestamp message. Does not implicitly {@link eve.Timestamp.verify|verify} messages.
         * @param message Timestamp message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: eve.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Timestamp message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {eve.Timestamp & eve.Timestamp.$Shape} Timestamp
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): eve.Timestamp & eve.Timestamp.$Shape;
    }

    namespace Timestamp {

        /** Properties of a Timestamp. */
        interface $Properties {

            /** Timestamp seconds */
            seconds?: (number|null);

            /** Timestamp nanos */
            nanos?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Timestamp. */
        type $Shape = eve.Timestamp.$Properties;
    }

    /**
     * Properties of a LogEntry.
     * @deprecated Use eve.LogEntry.$Properties instead.
     */
    interface ILogEntry extends eve.LogEntry.$Properties {
    }

    /** Represents a LogEntry. */
    class LogEntry {

        /**
         * Constructs a new LogEntry.
         * @param [properties] Properties to set
         */
        constructor(properties?: eve.LogEntry.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogEntry severity. */
        severity: string;

        /** LogEntry source. */
        source: string;

        /** LogEntry iid. */
        iid: string;

        /** LogEntry content. */
        content: string;

        /** LogEntry msgid. */
        msgid: number;

        /** LogEntry tags. */
        tags: { [k: string]: string };

        /** LogEntry timestamp. */
        timestamp?: (eve.Timestamp.$Properties|null);

        /** LogEntry filename. */
        filename: string;

        /** LogEntry function. */
        function: string;

        /**
         * Creates a new LogEntry instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogEntry instance
         */
        static create(properties: eve.LogEntry.$Shape): eve.LogEntry & eve.LogEntry.$Shape;
        static create(properties?: eve.LogEntry.$Properties): eve.LogEntry;

        /**
         * Encodes the specified LogEntry message. Does not implicitly {@link eve.LogEntry.verify|verify} messages.
         * @param message LogEntry message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: eve.LogEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogEntry message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {eve.LogEntry & eve.LogEntry.$Shape} LogEntry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): eve.LogEntry & eve.LogEntry.$Shape;
    }

    namespace LogEntry {

        /** Properties of a LogEntry. */
        interface $Properties {

            /** LogEntry severity */
            severity?: (string|null);

            /** LogEntry source */
            source?: (string|null);

            /** LogEntry iid */
            iid?: (string|null);

            /** LogEntry content */
            content?: (string|null);

            /** LogEntry msgid */
            msgid?: (number|null);

            /** LogEntry tags */
            tags?: ({ [k: string]: string }|null);

            /** LogEntry timestamp */
            timestamp?: (eve.Timestamp.$Properties|null);

            /** LogEntry filename */
            filename?: (string|null);

            /** LogEntry function */
            "function"?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LogEntry. */
        type $Shape = eve.LogEntry.$Properties;
    }

    /**
     * Properties of an AppInstanceLogBundle.
     * @deprecated Use eve.AppInstanceLogBundle.$Properties instead.
     */
    interface IAppInstanceLogBundle extends eve.AppInstanceLogBundle.$Properties {
    }

    /** Represents an AppInstanceLogBundle. */
    class AppInstanceLogBundle {

        /**
         * Constructs a new AppInstanceLogBundle.
         * @param [properties] Properties to set
         */
        constructor(properties?: eve.AppInstanceLogBundle.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AppInstanceLogBundle log. */
        log: eve.LogEntry.$Properties[];

        /** AppInstanceLogBundle timestamp. */
        timestamp?: (eve.Timestamp.$Properties|null);

        /**
         * Creates a new AppInstanceLogBundle instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AppInstanceLogBundle instance
         */
        static create(properties: eve.AppInstanceLogBundle.$Shape): eve.AppInstanceLogBundle & eve.AppInstanceLogBundle.$Shape;
        static create(properties?: eve.AppInstanceLogBundle.$Properties): eve.AppInstanceLogBundle;

        /**
         * Encodes the specified AppInstanceLogBundle message. Does not implicitly {@link eve.AppInstanceLogBundle.verify|verify} messages.
         * @param message AppInstanceLogBundle message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: eve.AppInstanceLogBundle.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AppInstanceLogBundle message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {eve.AppInstanceLogBundle & eve.AppInstanceLogBundle.$Shape} AppInstanceLogBundle
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): eve.AppInstanceLogBundle & eve.AppInstanceLogBundle.$Shape;
    }

    namespace AppInstanceLogBundle {

        /** Properties of an AppInstanceLogBundle. */
        interface $Properties {

            /** AppInstanceLogBundle log */
            log?: (eve.LogEntry.$Properties[]|null);

            /** AppInstanceLogBundle timestamp */
            timestamp?: (eve.Timestamp.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AppInstanceLogBundle. */
        type $Shape = eve.AppInstanceLogBundle.$Properties;
    }
}
