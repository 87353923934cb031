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

    /**
     * Properties of an AuthBody.
     * @deprecated Use eve.AuthBody.$Properties instead.
     */
    interface IAuthBody extends eve.AuthBody.$Properties {
    }

    /** Represents an AuthBody. */
    class AuthBody {

        /**
         * Constructs a new AuthBody.
         * @param [properties] Properties to set
         */
        constructor(properties?: eve.AuthBody.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AuthBody payload. */
        payload: Uint8Array;

        /**
         * Creates a new AuthBody instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AuthBody instance
         */
        static create(properties: eve.AuthBody.$Shape): eve.AuthBody & eve.AuthBody.$Shape;
        static create(properties?: eve.AuthBody.$Properties): eve.AuthBody;

        /**
         * Encodes the specified AuthBody message. Does not implicitly {@link eve.AuthBody.verify|verify} messages.
         * @param message AuthBody message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: eve.AuthBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AuthBody message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {eve.AuthBody & eve.AuthBody.$Shape} AuthBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): eve.AuthBody & eve.AuthBody.$Shape;
    }

    namespace AuthBody {

        /** Properties of an AuthBody. */
        interface $Properties {

            /** AuthBody payload */
            payload?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AuthBody. */
        type $Shape = eve.AuthBody.$Properties;
    }

    /**
     * Properties of an AuthContainer.
     * @deprecated Use eve.AuthContainer.$Properties instead.
     */
    interface IAuthContainer extends eve.AuthContainer.$Properties {
    }

    /** Represents an AuthContainer. */
    class AuthContainer {

        /**
         * Constructs a new AuthContainer.
         * @param [properties] Properties to set
         */
        constructor(properties?: eve.AuthContainer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AuthContainer protectedPayload. */
        protectedPayload?: (eve.AuthBody.$Properties|null);

        /** AuthContainer algo. */
        algo: number;

        /** AuthContainer senderCertHash. */
        senderCertHash: Uint8Array;

        /** AuthContainer signatureHash. */
        signatureHash: Uint8Array;

        /** AuthContainer senderCert. */
        senderCert: Uint8Array;

        /**
         * Creates a new AuthContainer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AuthContainer instance
         */
        static create(properties: eve.AuthContainer.$Shape): eve.AuthContainer & eve.AuthContainer.$Shape;
        static create(properties?: eve.AuthContainer.$Properties): eve.AuthContainer;

        /**
         * Encodes the specified AuthContainer message. Does not implicitly {@link eve.AuthContainer.verify|verify} messages.
         * @param message AuthContainer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: eve.AuthContainer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AuthContainer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {eve.AuthContainer & eve.AuthContainer.$Shape} AuthContainer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): eve.AuthContainer & eve.AuthContainer.$Shape;
    }

    namespace AuthContainer {

        /** Properties of an AuthContainer. */
        interface $Properties {

            /** AuthContainer protectedPayload */
            protectedPayload?: (eve.AuthBody.$Properties|null);

            /** AuthContainer algo */
            algo?: (number|null);

            /** AuthContainer senderCertHash */
            senderCertHash?: (Uint8Array|null);

            /** AuthContainer signatureHash */
            signatureHash?: (Uint8Array|null);

            /** AuthContainer senderCert */
            senderCert?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AuthContainer. */
        type $Shape = eve.AuthContainer.$Properties;
    }
}
