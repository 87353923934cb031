import * as $protobuf from "#protocol/messages/wire.ts";
import Long = require("long");

/** Namespace cherub. */
export namespace cherub {

    /**
     * Properties of a Record.
     * @deprecated Use cherub.Record.$Properties instead.
     */
    interface IRecord extends cherub.Record.$Properties {
    }

    /** Represents a Record. */
    class Record {

        /**
         * Constructs a new Record.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Record.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Record stamp. */
        stamp?: (cherub.Stamp.$Properties|null);

        /** Record start. */
        start?: (cherub.AgentStart.$Properties|null);

        /** Record snapshot. */
        snapshot?: (cherub.Snapshot.$Properties|null);

        /** Record inventory. */
        inventory?: (cherub.Inventory.$Properties|null);

        /** Record answer. */
        answer?: (cherub.Answer.$Properties|null);

        /** Record stop. */
        stop?: (cherub.AgentStop.$Properties|null);

        /** Record beat. */
        beat?: (cherub.Beat.$Properties|null);

        /** Record body. */
        body?: ("start"|"snapshot"|"inventory"|"answer"|"stop"|"beat");

        /**
         * Creates a new Record instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Record instance
         */
        static create(properties: cherub.Record.$Shape): cherub.Record & cherub.Record.$Shape;
        static create(properties?: cherub.Record.$Properties): cherub.Record;

        /**
         * Encodes the specified Record message. Does not implicitly {@link cherub.Record.verify|verify} messages.
         * @param message Record message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Record.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Record message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Record & cherub.Record.$Shape} Record
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Record & cherub.Record.$Shape;
    }

    namespace Record {

        /** Properties of a Record. */
        interface $Properties {

            /** Record stamp */
            stamp?: (cherub.Stamp.$Properties|null);

            /** Record start */
            start?: (cherub.AgentStart.$Properties|null);

            /** Record snapshot */
            snapshot?: (cherub.Snapshot.$Properties|null);

            /** Record inventory */
            inventory?: (cherub.Inventory.$Properties|null);

            /** Record answer */
            answer?: (cherub.Answer.$Properties|null);

            /** Record stop */
            stop?: (cherub.AgentStop.$Properties|null);

            /** Record beat */
            beat?: (cherub.Beat.$Properties|null);

            /** Record body */
            body?: ("start"|"snapshot"|"inventory"|"answer"|"stop"|"beat");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Record. */
        type $Shape = {
          stamp?: cherub.Stamp.$Shape|null;
          start?: cherub.AgentStart.$Shape|null;
          snapshot?: cherub.Snapshot.$Shape|null;
          inventory?: cherub.Inventory.$Shape|null;
          answer?: cherub.Answer.$Shape|null;
          stop?: cherub.AgentStop.$Shape|null;
          beat?: cherub.Beat.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; start?: null; snapshot?: null; inventory?: null; answer?: null; stop?: null; beat?: null }|{ body?: "start"; start: cherub.AgentStart.$Shape; snapshot?: null; inventory?: null; answer?: null; stop?: null; beat?: null }|{ body?: "snapshot"; start?: null; snapshot: cherub.Snapshot.$Shape; inventory?: null; answer?: null; stop?: null; beat?: null }|{ body?: "inventory"; start?: null; snapshot?: null; inventory: cherub.Inventory.$Shape; answer?: null; stop?: null; beat?: null }|{ body?: "answer"; start?: null; snapshot?: null; inventory?: null; answer: cherub.Answer.$Shape; stop?: null; beat?: null }|{ body?: "stop"; start?: null; snapshot?: null; inventory?: null; answer?: null; stop: cherub.AgentStop.$Shape; beat?: null }|{ body?: "beat"; start?: null; snapshot?: null; inventory?: null; answer?: null; stop?: null; beat: cherub.Beat.$Shape })
        );
    }

    /**
     * Properties of a Stamp.
     * @deprecated Use cherub.Stamp.$Properties instead.
     */
    interface IStamp extends cherub.Stamp.$Properties {
    }

    /** Represents a Stamp. */
    class Stamp {

        /**
         * Constructs a new Stamp.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Stamp.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Stamp bootId. */
        bootId: Uint8Array;

        /** Stamp sequence. */
        sequence: number;

        /** Stamp monotonicUs. */
        monotonicUs: number;

        /** Stamp wallUs. */
        wallUs: number;

        /** Stamp runId. */
        runId: number;

        /**
         * Creates a new Stamp instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Stamp instance
         */
        static create(properties: cherub.Stamp.$Shape): cherub.Stamp & cherub.Stamp.$Shape;
        static create(properties?: cherub.Stamp.$Properties): cherub.Stamp;

        /**
         * Encodes the specified Stamp message. Does not implicitly {@link cherub.Stamp.verify|verify} messages.
         * @param message Stamp message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Stamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Stamp message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Stamp & cherub.Stamp.$Shape} Stamp
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Stamp & cherub.Stamp.$Shape;
    }

    namespace Stamp {

        /** Properties of a Stamp. */
        interface $Properties {

            /** Stamp bootId */
            bootId?: (Uint8Array|null);

            /** Stamp sequence */
            sequence?: (number|null);

            /** Stamp monotonicUs */
            monotonicUs?: (number|null);

            /** Stamp wallUs */
            wallUs?: (number|null);

            /** Stamp runId */
            runId?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Stamp. */
        type $Shape = cherub.Stamp.$Properties;
    }

    /**
     * Properties of an AgentStart.
     * @deprecated Use cherub.AgentStart.$Properties instead.
     */
    interface IAgentStart extends cherub.AgentStart.$Properties {
    }

    /** Represents an AgentStart. */
    class AgentStart {

        /**
         * Constructs a new AgentStart.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.AgentStart.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AgentStart agentVersion. */
        agentVersion: string;

        /** AgentStart build. */
        build: cherub.Build;

        /** AgentStart app. */
        app: string;

        /** AgentStart pid. */
        pid: number;

        /** AgentStart snapshotPeriodMs. */
        snapshotPeriodMs: number;

        /** AgentStart heartbeatPeriodMs. */
        heartbeatPeriodMs: number;

        /** AgentStart missing. */
        missing: cherub.Missing.$Properties[];

        /**
         * Creates a new AgentStart instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AgentStart instance
         */
        static create(properties: cherub.AgentStart.$Shape): cherub.AgentStart & cherub.AgentStart.$Shape;
        static create(properties?: cherub.AgentStart.$Properties): cherub.AgentStart;

        /**
         * Encodes the specified AgentStart message. Does not implicitly {@link cherub.AgentStart.verify|verify} messages.
         * @param message AgentStart message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.AgentStart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AgentStart message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.AgentStart & cherub.AgentStart.$Shape} AgentStart
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.AgentStart & cherub.AgentStart.$Shape;
    }

    namespace AgentStart {

        /** Properties of an AgentStart. */
        interface $Properties {

            /** AgentStart agentVersion */
            agentVersion?: (string|null);

            /** AgentStart build */
            build?: (cherub.Build|null);

            /** AgentStart app */
            app?: (string|null);

            /** AgentStart pid */
            pid?: (number|null);

            /** AgentStart snapshotPeriodMs */
            snapshotPeriodMs?: (number|null);

            /** AgentStart heartbeatPeriodMs */
            heartbeatPeriodMs?: (number|null);

            /** AgentStart missing */
            missing?: (cherub.Missing.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AgentStart. */
        type $Shape = cherub.AgentStart.$Properties;
    }

    /**
     * Properties of an AgentStop.
     * @deprecated Use cherub.AgentStop.$Properties instead.
     */
    interface IAgentStop extends cherub.AgentStop.$Properties {
    }

    /** Represents an AgentStop. */
    class AgentStop {

        /**
         * Constructs a new AgentStop.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.AgentStop.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AgentStop reason. */
        reason: string;

        /**
         * Creates a new AgentStop instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AgentStop instance
         */
        static create(properties: cherub.AgentStop.$Shape): cherub.AgentStop & cherub.AgentStop.$Shape;
        static create(properties?: cherub.AgentStop.$Properties): cherub.AgentStop;

        /**
         * Encodes the specified AgentStop message. Does not implicitly {@link cherub.AgentStop.verify|verify} messages.
         * @param message AgentStop message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.AgentStop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AgentStop message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.AgentStop & cherub.AgentStop.$Shape} AgentStop
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.AgentStop & cherub.AgentStop.$Shape;
    }

    namespace AgentStop {

        /** Properties of an AgentStop. */
        interface $Properties {

            /** AgentStop reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AgentStop. */
        type $Shape = cherub.AgentStop.$Properties;
    }

    /**
     * Properties of a Beat.
     * @deprecated Use cherub.Beat.$Properties instead.
     */
    interface IBeat extends cherub.Beat.$Properties {
    }

    /** Represents a Beat. */
    class Beat {

        /**
         * Constructs a new Beat.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Beat.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Beat line. */
        line: string;

        /** Beat delivered. */
        delivered: boolean;

        /** Beat problem. */
        problem: string;

        /**
         * Creates a new Beat instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Beat instance
         */
        static create(properties: cherub.Beat.$Shape): cherub.Beat & cherub.Beat.$Shape;
        static create(properties?: cherub.Beat.$Properties): cherub.Beat;

        /**
         * Encodes the specified Beat message. Does not implicitly {@link cherub.Beat.verify|verify} messages.
         * @param message Beat message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Beat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Beat message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Beat & cherub.Beat.$Shape} Beat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Beat & cherub.Beat.$Shape;
    }

    namespace Beat {

        /** Properties of a Beat. */
        interface $Properties {

            /** Beat line */
            line?: (string|null);

            /** Beat delivered */
            delivered?: (boolean|null);

            /** Beat problem */
            problem?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Beat. */
        type $Shape = cherub.Beat.$Properties;
    }

    /** Build enum. */
    enum Build {

        /** BUILD_UNSPECIFIED value */
        BUILD_UNSPECIFIED = 0,

        /** BUILD_STANDARD value */
        BUILD_STANDARD = 1,

        /** BUILD_COMPACT value */
        BUILD_COMPACT = 2
    }

    /** State enum. */
    enum State {

        /** STATE_UNSPECIFIED value */
        STATE_UNSPECIFIED = 0,

        /** STATE_STARTING value */
        STATE_STARTING = 1,

        /** STATE_OK value */
        STATE_OK = 2,

        /** STATE_DEGRADED value */
        STATE_DEGRADED = 3,

        /** STATE_STOPPING value */
        STATE_STOPPING = 4
    }

    /**
     * Properties of a Missing.
     * @deprecated Use cherub.Missing.$Properties instead.
     */
    interface IMissing extends cherub.Missing.$Properties {
    }

    /** Represents a Missing. */
    class Missing {

        /**
         * Constructs a new Missing.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Missing.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Missing part. */
        part: string;

        /** Missing reason. */
        reason: string;

        /**
         * Creates a new Missing instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Missing instance
         */
        static create(properties: cherub.Missing.$Shape): cherub.Missing & cherub.Missing.$Shape;
        static create(properties?: cherub.Missing.$Properties): cherub.Missing;

        /**
         * Encodes the specified Missing message. Does not implicitly {@link cherub.Missing.verify|verify} messages.
         * @param message Missing message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Missing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Missing message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Missing & cherub.Missing.$Shape} Missing
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Missing & cherub.Missing.$Shape;
    }

    namespace Missing {

        /** Properties of a Missing. */
        interface $Properties {

            /** Missing part */
            part?: (string|null);

            /** Missing reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Missing. */
        type $Shape = cherub.Missing.$Properties;
    }

    /**
     * Properties of a Snapshot.
     * @deprecated Use cherub.Snapshot.$Properties instead.
     */
    interface ISnapshot extends cherub.Snapshot.$Properties {
    }

    /** Represents a Snapshot. */
    class Snapshot {

        /**
         * Constructs a new Snapshot.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Snapshot.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Snapshot app. */
        app: string;

        /** Snapshot state. */
        state: cherub.State;

        /** Snapshot periodMs. */
        periodMs: number;

        /** Snapshot load. */
        load?: (cherub.Load.$Properties|null);

        /** Snapshot cpu. */
        cpu?: (cherub.CpuTime.$Properties|null);

        /** Snapshot memory. */
        memory?: (cherub.Memory.$Properties|null);

        /** Snapshot cpuSome. */
        cpuSome?: (cherub.Pressure.$Properties|null);

        /** Snapshot memorySome. */
        memorySome?: (cherub.Pressure.$Properties|null);

        /** Snapshot memoryFull. */
        memoryFull?: (cherub.Pressure.$Properties|null);

        /** Snapshot ioSome. */
        ioSome?: (cherub.Pressure.$Properties|null);

        /** Snapshot ioFull. */
        ioFull?: (cherub.Pressure.$Properties|null);

        /** Snapshot vmstat. */
        vmstat?: (cherub.Vmstat.$Properties|null);

        /** Snapshot disks. */
        disks: cherub.Disk.$Properties[];

        /** Snapshot filesystems. */
        filesystems: cherub.Filesystem.$Properties[];

        /** Snapshot interfaces. */
        interfaces: cherub.Interface.$Properties[];

        /** Snapshot top. */
        top: cherub.Process.$Properties[];

        /** Snapshot blocked. */
        blocked: cherub.BlockedTask.$Properties[];

        /** Snapshot blockedTotal. */
        blockedTotal: number;

        /** Snapshot failedUnits. */
        failedUnits: cherub.FailedUnit.$Properties[];

        /** Snapshot kernelLog. */
        kernelLog: cherub.KernelMessage.$Properties[];

        /** Snapshot kernelLogDropped. */
        kernelLogDropped: number;

        /** Snapshot checks. */
        checks: cherub.CheckResult.$Properties[];

        /** Snapshot counters. */
        counters?: (cherub.AgentCounters.$Properties|null);

        /** Snapshot missing. */
        missing: cherub.Missing.$Properties[];

        /** Snapshot collectUs. */
        collectUs: number;

        /**
         * Creates a new Snapshot instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Snapshot instance
         */
        static create(properties: cherub.Snapshot.$Shape): cherub.Snapshot & cherub.Snapshot.$Shape;
        static create(properties?: cherub.Snapshot.$Properties): cherub.Snapshot;

        /**
         * Encodes the specified Snapshot message. Does not implicitly {@link cherub.Snapshot.verify|verify} messages.
         * @param message Snapshot message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Snapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Snapshot message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Snapshot & cherub.Snapshot.$Shape} Snapshot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Snapshot & cherub.Snapshot.$Shape;
    }

    namespace Snapshot {

        /** Properties of a Snapshot. */
        interface $Properties {

            /** Snapshot app */
            app?: (string|null);

            /** Snapshot state */
            state?: (cherub.State|null);

            /** Snapshot periodMs */
            periodMs?: (number|null);

            /** Snapshot load */
            load?: (cherub.Load.$Properties|null);

            /** Snapshot cpu */
            cpu?: (cherub.CpuTime.$Properties|null);

            /** Snapshot memory */
            memory?: (cherub.Memory.$Properties|null);

            /** Snapshot cpuSome */
            cpuSome?: (cherub.Pressure.$Properties|null);

            /** Snapshot memorySome */
            memorySome?: (cherub.Pressure.$Properties|null);

            /** Snapshot memoryFull */
            memoryFull?: (cherub.Pressure.$Properties|null);

            /** Snapshot ioSome */
            ioSome?: (cherub.Pressure.$Properties|null);

            /** Snapshot ioFull */
            ioFull?: (cherub.Pressure.$Properties|null);

            /** Snapshot vmstat */
            vmstat?: (cherub.Vmstat.$Properties|null);

            /** Snapshot disks */
            disks?: (cherub.Disk.$Properties[]|null);

            /** Snapshot filesystems */
            filesystems?: (cherub.Filesystem.$Properties[]|null);

            /** Snapshot interfaces */
            interfaces?: (cherub.Interface.$Properties[]|null);

            /** Snapshot top */
            top?: (cherub.Process.$Properties[]|null);

            /** Snapshot blocked */
            blocked?: (cherub.BlockedTask.$Properties[]|null);

            /** Snapshot blockedTotal */
            blockedTotal?: (number|null);

            /** Snapshot failedUnits */
            failedUnits?: (cherub.FailedUnit.$Properties[]|null);

            /** Snapshot kernelLog */
            kernelLog?: (cherub.KernelMessage.$Properties[]|null);

            /** Snapshot kernelLogDropped */
            kernelLogDropped?: (number|null);

            /** Snapshot checks */
            checks?: (cherub.CheckResult.$Properties[]|null);

            /** Snapshot counters */
            counters?: (cherub.AgentCounters.$Properties|null);

            /** Snapshot missing */
            missing?: (cherub.Missing.$Properties[]|null);

            /** Snapshot collectUs */
            collectUs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Snapshot. */
        type $Shape = cherub.Snapshot.$Properties;
    }

    /**
     * Properties of a Load.
     * @deprecated Use cherub.Load.$Properties instead.
     */
    interface ILoad extends cherub.Load.$Properties {
    }

    /** Represents a Load. */
    class Load {

        /**
         * Constructs a new Load.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Load.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Load load1. */
        load1: number;

        /** Load load5. */
        load5: number;

        /** Load load15. */
        load15: number;

        /** Load runnable. */
        runnable: number;

        /** Load tasks. */
        tasks: number;

        /**
         * Creates a new Load instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Load instance
         */
        static create(properties: cherub.Load.$Shape): cherub.Load & cherub.Load.$Shape;
        static create(properties?: cherub.Load.$Properties): cherub.Load;

        /**
         * Encodes the specified Load message. Does not implicitly {@link cherub.Load.verify|verify} messages.
         * @param message Load message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Load.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Load message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Load & cherub.Load.$Shape} Load
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Load & cherub.Load.$Shape;
    }

    namespace Load {

        /** Properties of a Load. */
        interface $Properties {

            /** Load load1 */
            load1?: (number|null);

            /** Load load5 */
            load5?: (number|null);

            /** Load load15 */
            load15?: (number|null);

            /** Load runnable */
            runnable?: (number|null);

            /** Load tasks */
            tasks?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Load. */
        type $Shape = cherub.Load.$Properties;
    }

    /**
     * Properties of a CpuTime.
     * @deprecated Use cherub.CpuTime.$Properties instead.
     */
    interface ICpuTime extends cherub.CpuTime.$Properties {
    }

    /** Represents a CpuTime. */
    class CpuTime {

        /**
         * Constructs a new CpuTime.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.CpuTime.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CpuTime online. */
        online: number;

        /** CpuTime userMs. */
        userMs: number;

        /** CpuTime niceMs. */
        niceMs: number;

        /** CpuTime systemMs. */
        systemMs: number;

        /** CpuTime idleMs. */
        idleMs: number;

        /** CpuTime iowaitMs. */
        iowaitMs: number;

        /** CpuTime irqMs. */
        irqMs: number;

        /** CpuTime softirqMs. */
        softirqMs: number;

        /** CpuTime stealMs. */
        stealMs: number;

        /** CpuTime contextSwitches. */
        contextSwitches: number;

        /** CpuTime forks. */
        forks: number;

        /**
         * Creates a new CpuTime instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CpuTime instance
         */
        static create(properties: cherub.CpuTime.$Shape): cherub.CpuTime & cherub.CpuTime.$Shape;
        static create(properties?: cherub.CpuTime.$Properties): cherub.CpuTime;

        /**
         * Encodes the specified CpuTime message. Does not implicitly {@link cherub.CpuTime.verify|verify} messages.
         * @param message CpuTime message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.CpuTime.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CpuTime message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.CpuTime & cherub.CpuTime.$Shape} CpuTime
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.CpuTime & cherub.CpuTime.$Shape;
    }

    namespace CpuTime {

        /** Properties of a CpuTime. */
        interface $Properties {

            /** CpuTime online */
            online?: (number|null);

            /** CpuTime userMs */
            userMs?: (number|null);

            /** CpuTime niceMs */
            niceMs?: (number|null);

            /** CpuTime systemMs */
            systemMs?: (number|null);

            /** CpuTime idleMs */
            idleMs?: (number|null);

            /** CpuTime iowaitMs */
            iowaitMs?: (number|null);

            /** CpuTime irqMs */
            irqMs?: (number|null);

            /** CpuTime softirqMs */
            softirqMs?: (number|null);

            /** CpuTime stealMs */
            stealMs?: (number|null);

            /** CpuTime contextSwitches */
            contextSwitches?: (number|null);

            /** CpuTime forks */
            forks?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CpuTime. */
        type $Shape = cherub.CpuTime.$Properties;
    }

    /**
     * Properties of a Memory.
     * @deprecated Use cherub.Memory.$Properties instead.
     */
    interface IMemory extends cherub.Memory.$Properties {
    }

    /** Represents a Memory. */
    class Memory {

        /**
         * Constructs a new Memory.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Memory.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Memory totalBytes. */
        totalBytes: number;

        /** Memory freeBytes. */
        freeBytes: number;

        /** Memory availableBytes. */
        availableBytes: number;

        /** Memory buffersBytes. */
        buffersBytes: number;

        /** Memory cachedBytes. */
        cachedBytes: number;

        /** Memory anonymousBytes. */
        anonymousBytes: number;

        /** Memory sharedBytes. */
        sharedBytes: number;

        /** Memory slabReclaimableBytes. */
        slabReclaimableBytes: number;

        /** Memory slabUnreclaimableBytes. */
        slabUnreclaimableBytes: number;

        /** Memory dirtyBytes. */
        dirtyBytes: number;

        /** Memory writebackBytes. */
        writebackBytes: number;

        /** Memory swapTotalBytes. */
        swapTotalBytes: number;

        /** Memory swapFreeBytes. */
        swapFreeBytes: number;

        /** Memory committedBytes. */
        committedBytes: number;

        /** Memory kernelStackBytes. */
        kernelStackBytes: number;

        /** Memory pageTablesBytes. */
        pageTablesBytes: number;

        /**
         * Creates a new Memory instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Memory instance
         */
        static create(properties: cherub.Memory.$Shape): cherub.Memory & cherub.Memory.$Shape;
        static create(properties?: cherub.Memory.$Properties): cherub.Memory;

        /**
         * Encodes the specified Memory message. Does not implicitly {@link cherub.Memory.verify|verify} messages.
         * @param message Memory message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Memory.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Memory message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Memory & cherub.Memory.$Shape} Memory
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Memory & cherub.Memory.$Shape;
    }

    namespace Memory {

        /** Properties of a Memory. */
        interface $Properties {

            /** Memory totalBytes */
            totalBytes?: (number|null);

            /** Memory freeBytes */
            freeBytes?: (number|null);

            /** Memory availableBytes */
            availableBytes?: (number|null);

            /** Memory buffersBytes */
            buffersBytes?: (number|null);

            /** Memory cachedBytes */
            cachedBytes?: (number|null);

            /** Memory anonymousBytes */
            anonymousBytes?: (number|null);

            /** Memory sharedBytes */
            sharedBytes?: (number|null);

            /** Memory slabReclaimableBytes */
            slabReclaimableBytes?: (number|null);

            /** Memory slabUnreclaimableBytes */
            slabUnreclaimableBytes?: (number|null);

            /** Memory dirtyBytes */
            dirtyBytes?: (number|null);

            /** Memory writebackBytes */
            writebackBytes?: (number|null);

            /** Memory swapTotalBytes */
            swapTotalBytes?: (number|null);

            /** Memory swapFreeBytes */
            swapFreeBytes?: (number|null);

            /** Memory committedBytes */
            committedBytes?: (number|null);

            /** Memory kernelStackBytes */
            kernelStackBytes?: (number|null);

            /** Memory pageTablesBytes */
            pageTablesBytes?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Memory. */
        type $Shape = cherub.Memory.$Properties;
    }

    /**
     * Properties of a Pressure.
     * @deprecated Use cherub.Pressure.$Properties instead.
     */
    interface IPressure extends cherub.Pressure.$Properties {
    }

    /** Represents a Pressure. */
    class Pressure {

        /**
         * Constructs a new Pressure.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Pressure.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Pressure avg10. */
        avg10: number;

        /** Pressure avg60. */
        avg60: number;

        /** Pressure avg300. */
        avg300: number;

        /** Pressure totalUs. */
        totalUs: number;

        /**
         * Creates a new Pressure instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Pressure instance
         */
        static create(properties: cherub.Pressure.$Shape): cherub.Pressure & cherub.Pressure.$Shape;
        static create(properties?: cherub.Pressure.$Properties): cherub.Pressure;

        /**
         * Encodes the specified Pressure message. Does not implicitly {@link cherub.Pressure.verify|verify} messages.
         * @param message Pressure message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Pressure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Pressure message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Pressure & cherub.Pressure.$Shape} Pressure
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Pressure & cherub.Pressure.$Shape;
    }

    namespace Pressure {

        /** Properties of a Pressure. */
        interface $Properties {

            /** Pressure avg10 */
            avg10?: (number|null);

            /** Pressure avg60 */
            avg60?: (number|null);

            /** Pressure avg300 */
            avg300?: (number|null);

            /** Pressure totalUs */
            totalUs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Pressure. */
        type $Shape = cherub.Pressure.$Properties;
    }

    /**
     * Properties of a Vmstat.
     * @deprecated Use cherub.Vmstat.$Properties instead.
     */
    interface IVmstat extends cherub.Vmstat.$Properties {
    }

    /** Represents a Vmstat. */
    class Vmstat {

        /**
         * Constructs a new Vmstat.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Vmstat.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Vmstat pageFaults. */
        pageFaults: number;

        /** Vmstat majorFaults. */
        majorFaults: number;

        /** Vmstat pagesSwappedIn. */
        pagesSwappedIn: number;

        /** Vmstat pagesSwappedOut. */
        pagesSwappedOut: number;

        /** Vmstat pagesInKib. */
        pagesInKib: number;

        /** Vmstat pagesOutKib. */
        pagesOutKib: number;

        /** Vmstat directReclaimScanned. */
        directReclaimScanned: number;

        /** Vmstat kswapdScanned. */
        kswapdScanned: number;

        /** Vmstat allocationStalls. */
        allocationStalls: number;

        /** Vmstat oomKills. */
        oomKills: number;

        /**
         * Creates a new Vmstat instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Vmstat instance
         */
        static create(properties: cherub.Vmstat.$Shape): cherub.Vmstat & cherub.Vmstat.$Shape;
        static create(properties?: cherub.Vmstat.$Properties): cherub.Vmstat;

        /**
         * Encodes the specified Vmstat message. Does not implicitly {@link cherub.Vmstat.verify|verify} messages.
         * @param message Vmstat message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Vmstat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Vmstat message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Vmstat & cherub.Vmstat.$Shape} Vmstat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Vmstat & cherub.Vmstat.$Shape;
    }

    namespace Vmstat {

        /** Properties of a Vmstat. */
        interface $Properties {

            /** Vmstat pageFaults */
            pageFaults?: (number|null);

            /** Vmstat majorFaults */
            majorFaults?: (number|null);

            /** Vmstat pagesSwappedIn */
            pagesSwappedIn?: (number|null);

            /** Vmstat pagesSwappedOut */
            pagesSwappedOut?: (number|null);

            /** Vmstat pagesInKib */
            pagesInKib?: (number|null);

            /** Vmstat pagesOutKib */
            pagesOutKib?: (number|null);

            /** Vmstat directReclaimScanned */
            directReclaimScanned?: (number|null);

            /** Vmstat kswapdScanned */
            kswapdScanned?: (number|null);

            /** Vmstat allocationStalls */
            allocationStalls?: (number|null);

            /** Vmstat oomKills */
            oomKills?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Vmstat. */
        type $Shape = cherub.Vmstat.$Properties;
    }

    /**
     * Properties of a Disk.
     * @deprecated Use cherub.Disk.$Properties instead.
     */
    interface IDisk extends cherub.Disk.$Properties {
    }

    /** Represents a Disk. */
    class Disk {

        /**
         * Constructs a new Disk.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Disk.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Disk name. */
        name: string;

        /** Disk reads. */
        reads: number;

        /** Disk readBytes. */
        readBytes: number;

        /** Disk writes. */
        writes: number;

        /** Disk writtenBytes. */
        writtenBytes: number;

        /** Disk inFlight. */
        inFlight: number;

        /** Disk busyMs. */
        busyMs: number;

        /** Disk weightedMs. */
        weightedMs: number;

        /**
         * Creates a new Disk instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Disk instance
         */
        static create(properties: cherub.Disk.$Shape): cherub.Disk & cherub.Disk.$Shape;
        static create(properties?: cherub.Disk.$Properties): cherub.Disk;

        /**
         * Encodes the specified Disk message. Does not implicitly {@link cherub.Disk.verify|verify} messages.
         * @param message Disk message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Disk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Disk message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Disk & cherub.Disk.$Shape} Disk
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Disk & cherub.Disk.$Shape;
    }

    namespace Disk {

        /** Properties of a Disk. */
        interface $Properties {

            /** Disk name */
            name?: (string|null);

            /** Disk reads */
            reads?: (number|null);

            /** Disk readBytes */
            readBytes?: (number|null);

            /** Disk writes */
            writes?: (number|null);

            /** Disk writtenBytes */
            writtenBytes?: (number|null);

            /** Disk inFlight */
            inFlight?: (number|null);

            /** Disk busyMs */
            busyMs?: (number|null);

            /** Disk weightedMs */
            weightedMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Disk. */
        type $Shape = cherub.Disk.$Properties;
    }

    /**
     * Properties of a Filesystem.
     * @deprecated Use cherub.Filesystem.$Properties instead.
     */
    interface IFilesystem extends cherub.Filesystem.$Properties {
    }

    /** Represents a Filesystem. */
    class Filesystem {

        /**
         * Constructs a new Filesystem.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Filesystem.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Filesystem mount. */
        mount: string;

        /** Filesystem type. */
        type: string;

        /** Filesystem totalBytes. */
        totalBytes: number;

        /** Filesystem freeBytes. */
        freeBytes: number;

        /** Filesystem availableBytes. */
        availableBytes: number;

        /** Filesystem inodes. */
        inodes: number;

        /** Filesystem inodesFree. */
        inodesFree: number;

        /** Filesystem readOnly. */
        readOnly: boolean;

        /** Filesystem staleMs. */
        staleMs: number;

        /**
         * Creates a new Filesystem instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Filesystem instance
         */
        static create(properties: cherub.Filesystem.$Shape): cherub.Filesystem & cherub.Filesystem.$Shape;
        static create(properties?: cherub.Filesystem.$Properties): cherub.Filesystem;

        /**
         * Encodes the specified Filesystem message. Does not implicitly {@link cherub.Filesystem.verify|verify} messages.
         * @param message Filesystem message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Filesystem.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Filesystem message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Filesystem & cherub.Filesystem.$Shape} Filesystem
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Filesystem & cherub.Filesystem.$Shape;
    }

    namespace Filesystem {

        /** Properties of a Filesystem. */
        interface $Properties {

            /** Filesystem mount */
            mount?: (string|null);

            /** Filesystem type */
            type?: (string|null);

            /** Filesystem totalBytes */
            totalBytes?: (number|null);

            /** Filesystem freeBytes */
            freeBytes?: (number|null);

            /** Filesystem availableBytes */
            availableBytes?: (number|null);

            /** Filesystem inodes */
            inodes?: (number|null);

            /** Filesystem inodesFree */
            inodesFree?: (number|null);

            /** Filesystem readOnly */
            readOnly?: (boolean|null);

            /** Filesystem staleMs */
            staleMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Filesystem. */
        type $Shape = cherub.Filesystem.$Properties;
    }

    /**
     * Properties of an Interface.
     * @deprecated Use cherub.Interface.$Properties instead.
     */
    interface IInterface extends cherub.Interface.$Properties {
    }

    /** Represents an Interface. */
    class Interface {

        /**
         * Constructs a new Interface.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Interface.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Interface name. */
        name: string;

        /** Interface rxBytes. */
        rxBytes: number;

        /** Interface rxPackets. */
        rxPackets: number;

        /** Interface rxErrors. */
        rxErrors: number;

        /** Interface rxDropped. */
        rxDropped: number;

        /** Interface txBytes. */
        txBytes: number;

        /** Interface txPackets. */
        txPackets: number;

        /** Interface txErrors. */
        txErrors: number;

        /** Interface txDropped. */
        txDropped: number;

        /** Interface up. */
        up: boolean;

        /**
         * Creates a new Interface instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Interface instance
         */
        static create(properties: cherub.Interface.$Shape): cherub.Interface & cherub.Interface.$Shape;
        static create(properties?: cherub.Interface.$Properties): cherub.Interface;

        /**
         * Encodes the specified Interface message. Does not implicitly {@link cherub.Interface.verify|verify} messages.
         * @param message Interface message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Interface.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Interface message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Interface & cherub.Interface.$Shape} Interface
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Interface & cherub.Interface.$Shape;
    }

    namespace Interface {

        /** Properties of an Interface. */
        interface $Properties {

            /** Interface name */
            name?: (string|null);

            /** Interface rxBytes */
            rxBytes?: (number|null);

            /** Interface rxPackets */
            rxPackets?: (number|null);

            /** Interface rxErrors */
            rxErrors?: (number|null);

            /** Interface rxDropped */
            rxDropped?: (number|null);

            /** Interface txBytes */
            txBytes?: (number|null);

            /** Interface txPackets */
            txPackets?: (number|null);

            /** Interface txErrors */
            txErrors?: (number|null);

            /** Interface txDropped */
            txDropped?: (number|null);

            /** Interface up */
            up?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Interface. */
        type $Shape = cherub.Interface.$Properties;
    }

    /**
     * Properties of a Process.
     * @deprecated Use cherub.Process.$Properties instead.
     */
    interface IProcess extends cherub.Process.$Properties {
    }

    /** Represents a Process. */
    class Process {

        /**
         * Constructs a new Process.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Process.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Process pid. */
        pid: number;

        /** Process comm. */
        comm: string;

        /** Process state. */
        state: string;

        /** Process cpuPermille. */
        cpuPermille: number;

        /** Process residentBytes. */
        residentBytes: number;

        /** Process threads. */
        threads: number;

        /**
         * Creates a new Process instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Process instance
         */
        static create(properties: cherub.Process.$Shape): cherub.Process & cherub.Process.$Shape;
        static create(properties?: cherub.Process.$Properties): cherub.Process;

        /**
         * Encodes the specified Process message. Does not implicitly {@link cherub.Process.verify|verify} messages.
         * @param message Process message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Process.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Process message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Process & cherub.Process.$Shape} Process
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Process & cherub.Process.$Shape;
    }

    namespace Process {

        /** Properties of a Process. */
        interface $Properties {

            /** Process pid */
            pid?: (number|null);

            /** Process comm */
            comm?: (string|null);

            /** Process state */
            state?: (string|null);

            /** Process cpuPermille */
            cpuPermille?: (number|null);

            /** Process residentBytes */
            residentBytes?: (number|null);

            /** Process threads */
            threads?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Process. */
        type $Shape = cherub.Process.$Properties;
    }

    /**
     * Properties of a BlockedTask.
     * @deprecated Use cherub.BlockedTask.$Properties instead.
     */
    interface IBlockedTask extends cherub.BlockedTask.$Properties {
    }

    /** Represents a BlockedTask. */
    class BlockedTask {

        /**
         * Constructs a new BlockedTask.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.BlockedTask.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** BlockedTask pid. */
        pid: number;

        /** BlockedTask comm. */
        comm: string;

        /** BlockedTask wchan. */
        wchan: string;

        /** BlockedTask stack. */
        stack: string[];

        /** BlockedTask seenMs. */
        seenMs: number;

        /**
         * Creates a new BlockedTask instance using the specified properties.
         * @param [properties] Properties to set
         * @returns BlockedTask instance
         */
        static create(properties: cherub.BlockedTask.$Shape): cherub.BlockedTask & cherub.BlockedTask.$Shape;
        static create(properties?: cherub.BlockedTask.$Properties): cherub.BlockedTask;

        /**
         * Encodes the specified BlockedTask message. Does not implicitly {@link cherub.BlockedTask.verify|verify} messages.
         * @param message BlockedTask message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.BlockedTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a BlockedTask message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.BlockedTask & cherub.BlockedTask.$Shape} BlockedTask
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.BlockedTask & cherub.BlockedTask.$Shape;
    }

    namespace BlockedTask {

        /** Properties of a BlockedTask. */
        interface $Properties {

            /** BlockedTask pid */
            pid?: (number|null);

            /** BlockedTask comm */
            comm?: (string|null);

            /** BlockedTask wchan */
            wchan?: (string|null);

            /** BlockedTask stack */
            stack?: (string[]|null);

            /** BlockedTask seenMs */
            seenMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a BlockedTask. */
        type $Shape = cherub.BlockedTask.$Properties;
    }

    /**
     * Properties of a FailedUnit.
     * @deprecated Use cherub.FailedUnit.$Properties instead.
     */
    interface IFailedUnit extends cherub.FailedUnit.$Properties {
    }

    /** Represents a FailedUnit. */
    class FailedUnit {

        /**
         * Constructs a new FailedUnit.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.FailedUnit.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FailedUnit name. */
        name: string;

        /**
         * Creates a new FailedUnit instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FailedUnit instance
         */
        static create(properties: cherub.FailedUnit.$Shape): cherub.FailedUnit & cherub.FailedUnit.$Shape;
        static create(properties?: cherub.FailedUnit.$Properties): cherub.FailedUnit;

        /**
         * Encodes the specified FailedUnit message. Does not implicitly {@link cherub.FailedUnit.verify|verify} messages.
         * @param message FailedUnit message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.FailedUnit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FailedUnit message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.FailedUnit & cherub.FailedUnit.$Shape} FailedUnit
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.FailedUnit & cherub.FailedUnit.$Shape;
    }

    namespace FailedUnit {

        /** Properties of a FailedUnit. */
        interface $Properties {

            /** FailedUnit name */
            name?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FailedUnit. */
        type $Shape = cherub.FailedUnit.$Properties;
    }

    /**
     * Properties of a KernelMessage.
     * @deprecated Use cherub.KernelMessage.$Properties instead.
     */
    interface IKernelMessage extends cherub.KernelMessage.$Properties {
    }

    /** Represents a KernelMessage. */
    class KernelMessage {

        /**
         * Constructs a new KernelMessage.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.KernelMessage.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KernelMessage sequence. */
        sequence: number;

        /** KernelMessage monotonicUs. */
        monotonicUs: number;

        /** KernelMessage priority. */
        priority: number;

        /** KernelMessage text. */
        text: string;

        /**
         * Creates a new KernelMessage instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KernelMessage instance
         */
        static create(properties: cherub.KernelMessage.$Shape): cherub.KernelMessage & cherub.KernelMessage.$Shape;
        static create(properties?: cherub.KernelMessage.$Properties): cherub.KernelMessage;

        /**
         * Encodes the specified KernelMessage message. Does not implicitly {@link cherub.KernelMessage.verify|verify} messages.
         * @param message KernelMessage message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.KernelMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KernelMessage message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.KernelMessage & cherub.KernelMessage.$Shape} KernelMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.KernelMessage & cherub.KernelMessage.$Shape;
    }

    namespace KernelMessage {

        /** Properties of a KernelMessage. */
        interface $Properties {

            /** KernelMessage sequence */
            sequence?: (number|null);

            /** KernelMessage monotonicUs */
            monotonicUs?: (number|null);

            /** KernelMessage priority */
            priority?: (number|null);

            /** KernelMessage text */
            text?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KernelMessage. */
        type $Shape = cherub.KernelMessage.$Properties;
    }

    /** Outcome enum. */
    enum Outcome {

        /** OUTCOME_UNSPECIFIED value */
        OUTCOME_UNSPECIFIED = 0,

        /** OUTCOME_OK value */
        OUTCOME_OK = 1,

        /** OUTCOME_FAILED value */
        OUTCOME_FAILED = 2,

        /** OUTCOME_UNKNOWN value */
        OUTCOME_UNKNOWN = 3
    }

    /**
     * Properties of a CheckResult.
     * @deprecated Use cherub.CheckResult.$Properties instead.
     */
    interface ICheckResult extends cherub.CheckResult.$Properties {
    }

    /** Represents a CheckResult. */
    class CheckResult {

        /**
         * Constructs a new CheckResult.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.CheckResult.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CheckResult name. */
        name: string;

        /** CheckResult outcome. */
        outcome: cherub.Outcome;

        /** CheckResult message. */
        message: string;

        /** CheckResult ageMs. */
        ageMs: number;

        /**
         * Creates a new CheckResult instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CheckResult instance
         */
        static create(properties: cherub.CheckResult.$Shape): cherub.CheckResult & cherub.CheckResult.$Shape;
        static create(properties?: cherub.CheckResult.$Properties): cherub.CheckResult;

        /**
         * Encodes the specified CheckResult message. Does not implicitly {@link cherub.CheckResult.verify|verify} messages.
         * @param message CheckResult message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.CheckResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CheckResult message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.CheckResult & cherub.CheckResult.$Shape} CheckResult
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.CheckResult & cherub.CheckResult.$Shape;
    }

    namespace CheckResult {

        /** Properties of a CheckResult. */
        interface $Properties {

            /** CheckResult name */
            name?: (string|null);

            /** CheckResult outcome */
            outcome?: (cherub.Outcome|null);

            /** CheckResult message */
            message?: (string|null);

            /** CheckResult ageMs */
            ageMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CheckResult. */
        type $Shape = cherub.CheckResult.$Properties;
    }

    /**
     * Properties of an AgentCounters.
     * @deprecated Use cherub.AgentCounters.$Properties instead.
     */
    interface IAgentCounters extends cherub.AgentCounters.$Properties {
    }

    /** Represents an AgentCounters. */
    class AgentCounters {

        /**
         * Constructs a new AgentCounters.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.AgentCounters.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AgentCounters beats. */
        beats: number;

        /** AgentCounters beatsFailed. */
        beatsFailed: number;

        /** AgentCounters beatsDirect. */
        beatsDirect: number;

        /** AgentCounters snapshots. */
        snapshots: number;

        /** AgentCounters recordsWritten. */
        recordsWritten: number;

        /** AgentCounters recordsDropped. */
        recordsDropped: number;

        /** AgentCounters recorderErrors. */
        recorderErrors: number;

        /** AgentCounters framesReceived. */
        framesReceived: number;

        /** AgentCounters framesSent. */
        framesSent: number;

        /** AgentCounters framesInvalid. */
        framesInvalid: number;

        /** AgentCounters framesDropped. */
        framesDropped: number;

        /** AgentCounters requests. */
        requests: number;

        /** AgentCounters mailboxRequests. */
        mailboxRequests: number;

        /** AgentCounters mailboxInvalid. */
        mailboxInvalid: number;

        /** AgentCounters configRejected. */
        configRejected: number;

        /** AgentCounters missedSnapshots. */
        missedSnapshots: number;

        /** AgentCounters residentBytes. */
        residentBytes: number;

        /** AgentCounters cpuMs. */
        cpuMs: number;

        /**
         * Creates a new AgentCounters instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AgentCounters instance
         */
        static create(properties: cherub.AgentCounters.$Shape): cherub.AgentCounters & cherub.AgentCounters.$Shape;
        static create(properties?: cherub.AgentCounters.$Properties): cherub.AgentCounters;

        /**
         * Encodes the specified AgentCounters message. Does not implicitly {@link cherub.AgentCounters.verify|verify} messages.
         * @param message AgentCounters message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.AgentCounters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AgentCounters message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.AgentCounters & cherub.AgentCounters.$Shape} AgentCounters
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.AgentCounters & cherub.AgentCounters.$Shape;
    }

    namespace AgentCounters {

        /** Properties of an AgentCounters. */
        interface $Properties {

            /** AgentCounters beats */
            beats?: (number|null);

            /** AgentCounters beatsFailed */
            beatsFailed?: (number|null);

            /** AgentCounters beatsDirect */
            beatsDirect?: (number|null);

            /** AgentCounters snapshots */
            snapshots?: (number|null);

            /** AgentCounters recordsWritten */
            recordsWritten?: (number|null);

            /** AgentCounters recordsDropped */
            recordsDropped?: (number|null);

            /** AgentCounters recorderErrors */
            recorderErrors?: (number|null);

            /** AgentCounters framesReceived */
            framesReceived?: (number|null);

            /** AgentCounters framesSent */
            framesSent?: (number|null);

            /** AgentCounters framesInvalid */
            framesInvalid?: (number|null);

            /** AgentCounters framesDropped */
            framesDropped?: (number|null);

            /** AgentCounters requests */
            requests?: (number|null);

            /** AgentCounters mailboxRequests */
            mailboxRequests?: (number|null);

            /** AgentCounters mailboxInvalid */
            mailboxInvalid?: (number|null);

            /** AgentCounters configRejected */
            configRejected?: (number|null);

            /** AgentCounters missedSnapshots */
            missedSnapshots?: (number|null);

            /** AgentCounters residentBytes */
            residentBytes?: (number|null);

            /** AgentCounters cpuMs */
            cpuMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AgentCounters. */
        type $Shape = cherub.AgentCounters.$Properties;
    }

    /**
     * Properties of an Inventory.
     * @deprecated Use cherub.Inventory.$Properties instead.
     */
    interface IInventory extends cherub.Inventory.$Properties {
    }

    /** Represents an Inventory. */
    class Inventory {

        /**
         * Constructs a new Inventory.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Inventory.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Inventory kernelRelease. */
        kernelRelease: string;

        /** Inventory kernelVersion. */
        kernelVersion: string;

        /** Inventory kernelBuildId. */
        kernelBuildId: string;

        /** Inventory kernelTextAddress. */
        kernelTextAddress: string;

        /** Inventory kernelCommandLine. */
        kernelCommandLine: string;

        /** Inventory machine. */
        machine: string;

        /** Inventory consoles. */
        consoles: cherub.Console.$Properties[];

        /** Inventory sysrq. */
        sysrq?: (cherub.Capability.$Properties|null);

        /** Inventory capabilities. */
        capabilities: cherub.Capability.$Properties[];

        /** Inventory osId. */
        osId: string;

        /** Inventory osVersion. */
        osVersion: string;

        /** Inventory osPrettyName. */
        osPrettyName: string;

        /** Inventory hostname. */
        hostname: string;

        /** Inventory init. */
        init: string;

        /** Inventory syslog. */
        syslog: string;

        /** Inventory hypervisor. */
        hypervisor: string;

        /** Inventory systemVendor. */
        systemVendor: string;

        /** Inventory systemModel. */
        systemModel: string;

        /** Inventory cpuModel. */
        cpuModel: string;

        /** Inventory cpuCount. */
        cpuCount: number;

        /** Inventory addresses. */
        addresses: cherub.NamedAddress.$Properties[];

        /** Inventory pending. */
        pending: string[];

        /** Inventory takenWallUs. */
        takenWallUs: number;

        /**
         * Creates a new Inventory instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Inventory instance
         */
        static create(properties: cherub.Inventory.$Shape): cherub.Inventory & cherub.Inventory.$Shape;
        static create(properties?: cherub.Inventory.$Properties): cherub.Inventory;

        /**
         * Encodes the specified Inventory message. Does not implicitly {@link cherub.Inventory.verify|verify} messages.
         * @param message Inventory message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Inventory.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Inventory message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Inventory & cherub.Inventory.$Shape} Inventory
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Inventory & cherub.Inventory.$Shape;
    }

    namespace Inventory {

        /** Properties of an Inventory. */
        interface $Properties {

            /** Inventory kernelRelease */
            kernelRelease?: (string|null);

            /** Inventory kernelVersion */
            kernelVersion?: (string|null);

            /** Inventory kernelBuildId */
            kernelBuildId?: (string|null);

            /** Inventory kernelTextAddress */
            kernelTextAddress?: (string|null);

            /** Inventory kernelCommandLine */
            kernelCommandLine?: (string|null);

            /** Inventory machine */
            machine?: (string|null);

            /** Inventory consoles */
            consoles?: (cherub.Console.$Properties[]|null);

            /** Inventory sysrq */
            sysrq?: (cherub.Capability.$Properties|null);

            /** Inventory capabilities */
            capabilities?: (cherub.Capability.$Properties[]|null);

            /** Inventory osId */
            osId?: (string|null);

            /** Inventory osVersion */
            osVersion?: (string|null);

            /** Inventory osPrettyName */
            osPrettyName?: (string|null);

            /** Inventory hostname */
            hostname?: (string|null);

            /** Inventory init */
            init?: (string|null);

            /** Inventory syslog */
            syslog?: (string|null);

            /** Inventory hypervisor */
            hypervisor?: (string|null);

            /** Inventory systemVendor */
            systemVendor?: (string|null);

            /** Inventory systemModel */
            systemModel?: (string|null);

            /** Inventory cpuModel */
            cpuModel?: (string|null);

            /** Inventory cpuCount */
            cpuCount?: (number|null);

            /** Inventory addresses */
            addresses?: (cherub.NamedAddress.$Properties[]|null);

            /** Inventory pending */
            pending?: (string[]|null);

            /** Inventory takenWallUs */
            takenWallUs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Inventory. */
        type $Shape = cherub.Inventory.$Properties;
    }

    /**
     * Properties of a Console.
     * @deprecated Use cherub.Console.$Properties instead.
     */
    interface IConsole extends cherub.Console.$Properties {
    }

    /** Represents a Console. */
    class Console {

        /**
         * Constructs a new Console.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Console.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Console name. */
        name: string;

        /** Console enabled. */
        enabled: boolean;

        /** Console preferred. */
        preferred: boolean;

        /**
         * Creates a new Console instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Console instance
         */
        static create(properties: cherub.Console.$Shape): cherub.Console & cherub.Console.$Shape;
        static create(properties?: cherub.Console.$Properties): cherub.Console;

        /**
         * Encodes the specified Console message. Does not implicitly {@link cherub.Console.verify|verify} messages.
         * @param message Console message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Console.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Console message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Console & cherub.Console.$Shape} Console
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Console & cherub.Console.$Shape;
    }

    namespace Console {

        /** Properties of a Console. */
        interface $Properties {

            /** Console name */
            name?: (string|null);

            /** Console enabled */
            enabled?: (boolean|null);

            /** Console preferred */
            preferred?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Console. */
        type $Shape = cherub.Console.$Properties;
    }

    /**
     * Properties of a Capability.
     * @deprecated Use cherub.Capability.$Properties instead.
     */
    interface ICapability extends cherub.Capability.$Properties {
    }

    /** Represents a Capability. */
    class Capability {

        /**
         * Constructs a new Capability.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Capability.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Capability name. */
        name: string;

        /** Capability available. */
        available: cherub.Outcome;

        /** Capability value. */
        value: string;

        /** Capability reason. */
        reason: string;

        /**
         * Creates a new Capability instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Capability instance
         */
        static create(properties: cherub.Capability.$Shape): cherub.Capability & cherub.Capability.$Shape;
        static create(properties?: cherub.Capability.$Properties): cherub.Capability;

        /**
         * Encodes the specified Capability message. Does not implicitly {@link cherub.Capability.verify|verify} messages.
         * @param message Capability message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Capability.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Capability message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Capability & cherub.Capability.$Shape} Capability
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Capability & cherub.Capability.$Shape;
    }

    namespace Capability {

        /** Properties of a Capability. */
        interface $Properties {

            /** Capability name */
            name?: (string|null);

            /** Capability available */
            available?: (cherub.Outcome|null);

            /** Capability value */
            value?: (string|null);

            /** Capability reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Capability. */
        type $Shape = cherub.Capability.$Properties;
    }

    /**
     * Properties of a NamedAddress.
     * @deprecated Use cherub.NamedAddress.$Properties instead.
     */
    interface INamedAddress extends cherub.NamedAddress.$Properties {
    }

    /** Represents a NamedAddress. */
    class NamedAddress {

        /**
         * Constructs a new NamedAddress.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.NamedAddress.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NamedAddress interface. */
        interface: string;

        /** NamedAddress address. */
        address: string;

        /**
         * Creates a new NamedAddress instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NamedAddress instance
         */
        static create(properties: cherub.NamedAddress.$Shape): cherub.NamedAddress & cherub.NamedAddress.$Shape;
        static create(properties?: cherub.NamedAddress.$Properties): cherub.NamedAddress;

        /**
         * Encodes the specified NamedAddress message. Does not implicitly {@link cherub.NamedAddress.verify|verify} messages.
         * @param message NamedAddress message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.NamedAddress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NamedAddress message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.NamedAddress & cherub.NamedAddress.$Shape} NamedAddress
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.NamedAddress & cherub.NamedAddress.$Shape;
    }

    namespace NamedAddress {

        /** Properties of a NamedAddress. */
        interface $Properties {

            /** NamedAddress interface */
            "interface"?: (string|null);

            /** NamedAddress address */
            address?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NamedAddress. */
        type $Shape = cherub.NamedAddress.$Properties;
    }

    /**
     * Properties of a Hello.
     * @deprecated Use cherub.Hello.$Properties instead.
     */
    interface IHello extends cherub.Hello.$Properties {
    }

    /** Represents a Hello. */
    class Hello {

        /**
         * Constructs a new Hello.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Hello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Hello bootId. */
        bootId: Uint8Array;

        /** Hello runId. */
        runId: number;

        /** Hello agentVersion. */
        agentVersion: string;

        /** Hello build. */
        build: cherub.Build;

        /** Hello app. */
        app: string;

        /** Hello protocolVersion. */
        protocolVersion: number;

        /** Hello requests. */
        requests: string[];

        /**
         * Creates a new Hello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Hello instance
         */
        static create(properties: cherub.Hello.$Shape): cherub.Hello & cherub.Hello.$Shape;
        static create(properties?: cherub.Hello.$Properties): cherub.Hello;

        /**
         * Encodes the specified Hello message. Does not implicitly {@link cherub.Hello.verify|verify} messages.
         * @param message Hello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Hello & cherub.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Hello & cherub.Hello.$Shape;
    }

    namespace Hello {

        /** Properties of a Hello. */
        interface $Properties {

            /** Hello bootId */
            bootId?: (Uint8Array|null);

            /** Hello runId */
            runId?: (number|null);

            /** Hello agentVersion */
            agentVersion?: (string|null);

            /** Hello build */
            build?: (cherub.Build|null);

            /** Hello app */
            app?: (string|null);

            /** Hello protocolVersion */
            protocolVersion?: (number|null);

            /** Hello requests */
            requests?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Hello. */
        type $Shape = cherub.Hello.$Properties;
    }

    /**
     * Properties of a Request.
     * @deprecated Use cherub.Request.$Properties instead.
     */
    interface IRequest extends cherub.Request.$Properties {
    }

    /** Represents a Request. */
    class Request {

        /**
         * Constructs a new Request.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Request.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Request id. */
        id: number;

        /** Request deadlineMs. */
        deadlineMs: number;

        /** Request ping. */
        ping?: (cherub.Ping.$Properties|null);

        /** Request hello. */
        hello?: (cherub.GetHello.$Properties|null);

        /** Request snapshot. */
        snapshot?: (cherub.GetSnapshot.$Properties|null);

        /** Request inventory. */
        inventory?: (cherub.GetInventory.$Properties|null);

        /** Request counters. */
        counters?: (cherub.GetCounters.$Properties|null);

        /** Request sysrq. */
        sysrq?: (cherub.RunSysrq.$Properties|null);

        /** Request check. */
        check?: (cherub.GetCheck.$Properties|null);

        /** Request body. */
        body?: ("ping"|"hello"|"snapshot"|"inventory"|"counters"|"sysrq"|"check");

        /**
         * Creates a new Request instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Request instance
         */
        static create(properties: cherub.Request.$Shape): cherub.Request & cherub.Request.$Shape;
        static create(properties?: cherub.Request.$Properties): cherub.Request;

        /**
         * Encodes the specified Request message. Does not implicitly {@link cherub.Request.verify|verify} messages.
         * @param message Request message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Request.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Request message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Request & cherub.Request.$Shape} Request
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Request & cherub.Request.$Shape;
    }

    namespace Request {

        /** Properties of a Request. */
        interface $Properties {

            /** Request id */
            id?: (number|null);

            /** Request deadlineMs */
            deadlineMs?: (number|null);

            /** Request ping */
            ping?: (cherub.Ping.$Properties|null);

            /** Request hello */
            hello?: (cherub.GetHello.$Properties|null);

            /** Request snapshot */
            snapshot?: (cherub.GetSnapshot.$Properties|null);

            /** Request inventory */
            inventory?: (cherub.GetInventory.$Properties|null);

            /** Request counters */
            counters?: (cherub.GetCounters.$Properties|null);

            /** Request sysrq */
            sysrq?: (cherub.RunSysrq.$Properties|null);

            /** Request check */
            check?: (cherub.GetCheck.$Properties|null);

            /** Request body */
            body?: ("ping"|"hello"|"snapshot"|"inventory"|"counters"|"sysrq"|"check");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Request. */
        type $Shape = {
          id?: number|null;
          deadlineMs?: number|null;
          ping?: cherub.Ping.$Shape|null;
          hello?: cherub.GetHello.$Shape|null;
          snapshot?: cherub.GetSnapshot.$Shape|null;
          inventory?: cherub.GetInventory.$Shape|null;
          counters?: cherub.GetCounters.$Shape|null;
          sysrq?: cherub.RunSysrq.$Shape|null;
          check?: cherub.GetCheck.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; ping?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "ping"; ping: cherub.Ping.$Shape; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "hello"; ping?: null; hello: cherub.GetHello.$Shape; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "snapshot"; ping?: null; hello?: null; snapshot: cherub.GetSnapshot.$Shape; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "inventory"; ping?: null; hello?: null; snapshot?: null; inventory: cherub.GetInventory.$Shape; counters?: null; sysrq?: null; check?: null }|{ body?: "counters"; ping?: null; hello?: null; snapshot?: null; inventory?: null; counters: cherub.GetCounters.$Shape; sysrq?: null; check?: null }|{ body?: "sysrq"; ping?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq: cherub.RunSysrq.$Shape; check?: null }|{ body?: "check"; ping?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check: cherub.GetCheck.$Shape })
        );
    }

    /**
     * Properties of a Ping.
     * @deprecated Use cherub.Ping.$Properties instead.
     */
    interface IPing extends cherub.Ping.$Properties {
    }

    /** Represents a Ping. */
    class Ping {

        /**
         * Constructs a new Ping.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Ping.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Ping payload. */
        payload: Uint8Array;

        /**
         * Creates a new Ping instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Ping instance
         */
        static create(properties: cherub.Ping.$Shape): cherub.Ping & cherub.Ping.$Shape;
        static create(properties?: cherub.Ping.$Properties): cherub.Ping;

        /**
         * Encodes the specified Ping message. Does not implicitly {@link cherub.Ping.verify|verify} messages.
         * @param message Ping message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Ping.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Ping message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Ping & cherub.Ping.$Shape} Ping
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Ping & cherub.Ping.$Shape;
    }

    namespace Ping {

        /** Properties of a Ping. */
        interface $Properties {

            /** Ping payload */
            payload?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Ping. */
        type $Shape = cherub.Ping.$Properties;
    }

    /**
     * Properties of a GetHello.
     * @deprecated Use cherub.GetHello.$Properties instead.
     */
    interface IGetHello extends cherub.GetHello.$Properties {
    }

    /** Represents a GetHello. */
    class GetHello {

        /**
         * Constructs a new GetHello.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.GetHello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new GetHello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GetHello instance
         */
        static create(properties: cherub.GetHello.$Shape): cherub.GetHello & cherub.GetHello.$Shape;
        static create(properties?: cherub.GetHello.$Properties): cherub.GetHello;

        /**
         * Encodes the specified GetHello message. Does not implicitly {@link cherub.GetHello.verify|verify} messages.
         * @param message GetHello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.GetHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GetHello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.GetHello & cherub.GetHello.$Shape} GetHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.GetHello & cherub.GetHello.$Shape;
    }

    namespace GetHello {

        /** Properties of a GetHello. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GetHello. */
        type $Shape = cherub.GetHello.$Properties;
    }

    /**
     * Properties of a GetSnapshot.
     * @deprecated Use cherub.GetSnapshot.$Properties instead.
     */
    interface IGetSnapshot extends cherub.GetSnapshot.$Properties {
    }

    /** Represents a GetSnapshot. */
    class GetSnapshot {

        /**
         * Constructs a new GetSnapshot.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.GetSnapshot.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GetSnapshot fresh. */
        fresh: boolean;

        /**
         * Creates a new GetSnapshot instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GetSnapshot instance
         */
        static create(properties: cherub.GetSnapshot.$Shape): cherub.GetSnapshot & cherub.GetSnapshot.$Shape;
        static create(properties?: cherub.GetSnapshot.$Properties): cherub.GetSnapshot;

        /**
         * Encodes the specified GetSnapshot message. Does not implicitly {@link cherub.GetSnapshot.verify|verify} messages.
         * @param message GetSnapshot message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.GetSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GetSnapshot message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.GetSnapshot & cherub.GetSnapshot.$Shape} GetSnapshot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.GetSnapshot & cherub.GetSnapshot.$Shape;
    }

    namespace GetSnapshot {

        /** Properties of a GetSnapshot. */
        interface $Properties {

            /** GetSnapshot fresh */
            fresh?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GetSnapshot. */
        type $Shape = cherub.GetSnapshot.$Properties;
    }

    /**
     * Properties of a GetInventory.
     * @deprecated Use cherub.GetInventory.$Properties instead.
     */
    interface IGetInventory extends cherub.GetInventory.$Properties {
    }

    /** Represents a GetInventory. */
    class GetInventory {

        /**
         * Constructs a new GetInventory.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.GetInventory.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new GetInventory instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GetInventory instance
         */
        static create(properties: cherub.GetInventory.$Shape): cherub.GetInventory & cherub.GetInventory.$Shape;
        static create(properties?: cherub.GetInventory.$Properties): cherub.GetInventory;

        /**
         * Encodes the specified GetInventory message. Does not implicitly {@link cherub.GetInventory.verify|verify} messages.
         * @param message GetInventory message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.GetInventory.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GetInventory message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.GetInventory & cherub.GetInventory.$Shape} GetInventory
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.GetInventory & cherub.GetInventory.$Shape;
    }

    namespace GetInventory {

        /** Properties of a GetInventory. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GetInventory. */
        type $Shape = cherub.GetInventory.$Properties;
    }

    /**
     * Properties of a GetCounters.
     * @deprecated Use cherub.GetCounters.$Properties instead.
     */
    interface IGetCounters extends cherub.GetCounters.$Properties {
    }

    /** Represents a GetCounters. */
    class GetCounters {

        /**
         * Constructs a new GetCounters.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.GetCounters.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new GetCounters instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GetCounters instance
         */
        static create(properties: cherub.GetCounters.$Shape): cherub.GetCounters & cherub.GetCounters.$Shape;
        static create(properties?: cherub.GetCounters.$Properties): cherub.GetCounters;

        /**
         * Encodes the specified GetCounters message. Does not implicitly {@link cherub.GetCounters.verify|verify} messages.
         * @param message GetCounters message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.GetCounters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GetCounters message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.GetCounters & cherub.GetCounters.$Shape} GetCounters
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.GetCounters & cherub.GetCounters.$Shape;
    }

    namespace GetCounters {

        /** Properties of a GetCounters. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GetCounters. */
        type $Shape = cherub.GetCounters.$Properties;
    }

    /**
     * Properties of a RunSysrq.
     * @deprecated Use cherub.RunSysrq.$Properties instead.
     */
    interface IRunSysrq extends cherub.RunSysrq.$Properties {
    }

    /** Represents a RunSysrq. */
    class RunSysrq {

        /**
         * Constructs a new RunSysrq.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.RunSysrq.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RunSysrq key. */
        key: string;

        /**
         * Creates a new RunSysrq instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RunSysrq instance
         */
        static create(properties: cherub.RunSysrq.$Shape): cherub.RunSysrq & cherub.RunSysrq.$Shape;
        static create(properties?: cherub.RunSysrq.$Properties): cherub.RunSysrq;

        /**
         * Encodes the specified RunSysrq message. Does not implicitly {@link cherub.RunSysrq.verify|verify} messages.
         * @param message RunSysrq message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.RunSysrq.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RunSysrq message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.RunSysrq & cherub.RunSysrq.$Shape} RunSysrq
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.RunSysrq & cherub.RunSysrq.$Shape;
    }

    namespace RunSysrq {

        /** Properties of a RunSysrq. */
        interface $Properties {

            /** RunSysrq key */
            key?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RunSysrq. */
        type $Shape = cherub.RunSysrq.$Properties;
    }

    /**
     * Properties of a GetCheck.
     * @deprecated Use cherub.GetCheck.$Properties instead.
     */
    interface IGetCheck extends cherub.GetCheck.$Properties {
    }

    /** Represents a GetCheck. */
    class GetCheck {

        /**
         * Constructs a new GetCheck.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.GetCheck.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GetCheck name. */
        name: string;

        /** GetCheck fresh. */
        fresh: boolean;

        /**
         * Creates a new GetCheck instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GetCheck instance
         */
        static create(properties: cherub.GetCheck.$Shape): cherub.GetCheck & cherub.GetCheck.$Shape;
        static create(properties?: cherub.GetCheck.$Properties): cherub.GetCheck;

        /**
         * Encodes the specified GetCheck message. Does not implicitly {@link cherub.GetCheck.verify|verify} messages.
         * @param message GetCheck message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.GetCheck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GetCheck message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.GetCheck & cherub.GetCheck.$Shape} GetCheck
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.GetCheck & cherub.GetCheck.$Shape;
    }

    namespace GetCheck {

        /** Properties of a GetCheck. */
        interface $Properties {

            /** GetCheck name */
            name?: (string|null);

            /** GetCheck fresh */
            fresh?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GetCheck. */
        type $Shape = cherub.GetCheck.$Properties;
    }

    /** Code enum. */
    enum Code {

        /** CODE_UNSPECIFIED value */
        CODE_UNSPECIFIED = 0,

        /** CODE_OK value */
        CODE_OK = 1,

        /** CODE_INVALID value */
        CODE_INVALID = 2,

        /** CODE_UNSUPPORTED value */
        CODE_UNSUPPORTED = 3,

        /** CODE_DENIED value */
        CODE_DENIED = 4,

        /** CODE_DEADLINE_EXCEEDED value */
        CODE_DEADLINE_EXCEEDED = 5,

        /** CODE_BUSY value */
        CODE_BUSY = 6,

        /** CODE_UNAVAILABLE value */
        CODE_UNAVAILABLE = 7,

        /** CODE_INTERNAL value */
        CODE_INTERNAL = 8
    }

    /**
     * Properties of an Answer.
     * @deprecated Use cherub.Answer.$Properties instead.
     */
    interface IAnswer extends cherub.Answer.$Properties {
    }

    /** Represents an Answer. */
    class Answer {

        /**
         * Constructs a new Answer.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.Answer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Answer requestId. */
        requestId: number;

        /** Answer code. */
        code: cherub.Code;

        /** Answer message. */
        message: string;

        /** Answer pong. */
        pong?: (cherub.Ping.$Properties|null);

        /** Answer hello. */
        hello?: (cherub.Hello.$Properties|null);

        /** Answer snapshot. */
        snapshot?: (cherub.Snapshot.$Properties|null);

        /** Answer inventory. */
        inventory?: (cherub.Inventory.$Properties|null);

        /** Answer counters. */
        counters?: (cherub.AgentCounters.$Properties|null);

        /** Answer sysrq. */
        sysrq?: (cherub.SysrqReport.$Properties|null);

        /** Answer check. */
        check?: (cherub.CheckResult.$Properties|null);

        /** Answer body. */
        body?: ("pong"|"hello"|"snapshot"|"inventory"|"counters"|"sysrq"|"check");

        /**
         * Creates a new Answer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Answer instance
         */
        static create(properties: cherub.Answer.$Shape): cherub.Answer & cherub.Answer.$Shape;
        static create(properties?: cherub.Answer.$Properties): cherub.Answer;

        /**
         * Encodes the specified Answer message. Does not implicitly {@link cherub.Answer.verify|verify} messages.
         * @param message Answer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.Answer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Answer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.Answer & cherub.Answer.$Shape} Answer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.Answer & cherub.Answer.$Shape;
    }

    namespace Answer {

        /** Properties of an Answer. */
        interface $Properties {

            /** Answer requestId */
            requestId?: (number|null);

            /** Answer code */
            code?: (cherub.Code|null);

            /** Answer message */
            message?: (string|null);

            /** Answer pong */
            pong?: (cherub.Ping.$Properties|null);

            /** Answer hello */
            hello?: (cherub.Hello.$Properties|null);

            /** Answer snapshot */
            snapshot?: (cherub.Snapshot.$Properties|null);

            /** Answer inventory */
            inventory?: (cherub.Inventory.$Properties|null);

            /** Answer counters */
            counters?: (cherub.AgentCounters.$Properties|null);

            /** Answer sysrq */
            sysrq?: (cherub.SysrqReport.$Properties|null);

            /** Answer check */
            check?: (cherub.CheckResult.$Properties|null);

            /** Answer body */
            body?: ("pong"|"hello"|"snapshot"|"inventory"|"counters"|"sysrq"|"check");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an Answer. */
        type $Shape = {
          requestId?: number|null;
          code?: cherub.Code|null;
          message?: string|null;
          pong?: cherub.Ping.$Shape|null;
          hello?: cherub.Hello.$Shape|null;
          snapshot?: cherub.Snapshot.$Shape|null;
          inventory?: cherub.Inventory.$Shape|null;
          counters?: cherub.AgentCounters.$Shape|null;
          sysrq?: cherub.SysrqReport.$Shape|null;
          check?: cherub.CheckResult.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; pong?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "pong"; pong: cherub.Ping.$Shape; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "hello"; pong?: null; hello: cherub.Hello.$Shape; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "snapshot"; pong?: null; hello?: null; snapshot: cherub.Snapshot.$Shape; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "inventory"; pong?: null; hello?: null; snapshot?: null; inventory: cherub.Inventory.$Shape; counters?: null; sysrq?: null; check?: null }|{ body?: "counters"; pong?: null; hello?: null; snapshot?: null; inventory?: null; counters: cherub.AgentCounters.$Shape; sysrq?: null; check?: null }|{ body?: "sysrq"; pong?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq: cherub.SysrqReport.$Shape; check?: null }|{ body?: "check"; pong?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check: cherub.CheckResult.$Shape })
        );
    }

    /**
     * Properties of a SysrqReport.
     * @deprecated Use cherub.SysrqReport.$Properties instead.
     */
    interface ISysrqReport extends cherub.SysrqReport.$Properties {
    }

    /** Represents a SysrqReport. */
    class SysrqReport {

        /**
         * Constructs a new SysrqReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: cherub.SysrqReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SysrqReport key. */
        key: string;

        /** SysrqReport text. */
        text: string;

        /** SysrqReport complete. */
        complete: boolean;

        /** SysrqReport linesCut. */
        linesCut: number;

        /** SysrqReport linesLost. */
        linesLost: number;

        /** SysrqReport reason. */
        reason: string;

        /**
         * Creates a new SysrqReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SysrqReport instance
         */
        static create(properties: cherub.SysrqReport.$Shape): cherub.SysrqReport & cherub.SysrqReport.$Shape;
        static create(properties?: cherub.SysrqReport.$Properties): cherub.SysrqReport;

        /**
         * Encodes the specified SysrqReport message. Does not implicitly {@link cherub.SysrqReport.verify|verify} messages.
         * @param message SysrqReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cherub.SysrqReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SysrqReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cherub.SysrqReport & cherub.SysrqReport.$Shape} SysrqReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cherub.SysrqReport & cherub.SysrqReport.$Shape;
    }

    namespace SysrqReport {

        /** Properties of a SysrqReport. */
        interface $Properties {

            /** SysrqReport key */
            key?: (string|null);

            /** SysrqReport text */
            text?: (string|null);

            /** SysrqReport complete */
            complete?: (boolean|null);

            /** SysrqReport linesCut */
            linesCut?: (number|null);

            /** SysrqReport linesLost */
            linesLost?: (number|null);

            /** SysrqReport reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SysrqReport. */
        type $Shape = cherub.SysrqReport.$Properties;
    }
}
