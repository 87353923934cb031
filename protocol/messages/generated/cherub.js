/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "#protocol/messages/wire.ts";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const cherub = $root.cherub = (() => {

    /**
     * Namespace cherub.
     * @exports cherub
     * @namespace
     */
    const cherub = {};

    cherub.Record = (function() {

        /**
         * Properties of a Record.
         * @typedef {Object} cherub.Record.$Properties
         * @property {cherub.Stamp.$Properties|null} [stamp] Record stamp
         * @property {cherub.AgentStart.$Properties|null} [start] Record start
         * @property {cherub.Snapshot.$Properties|null} [snapshot] Record snapshot
         * @property {cherub.Inventory.$Properties|null} [inventory] Record inventory
         * @property {cherub.Answer.$Properties|null} [answer] Record answer
         * @property {cherub.AgentStop.$Properties|null} [stop] Record stop
         * @property {cherub.Beat.$Properties|null} [beat] Record beat
         * @property {"start"|"snapshot"|"inventory"|"answer"|"stop"|"beat"} [body] Record body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Record.
         * @memberof cherub
         * @interface IRecord
         * @augments cherub.Record.$Properties
         * @deprecated Use cherub.Record.$Properties instead.
         */

        /**
         * Narrowed shape of a Record.
         * @typedef {{
         *   stamp?: cherub.Stamp.$Shape|null;
         *   start?: cherub.AgentStart.$Shape|null;
         *   snapshot?: cherub.Snapshot.$Shape|null;
         *   inventory?: cherub.Inventory.$Shape|null;
         *   answer?: cherub.Answer.$Shape|null;
         *   stop?: cherub.AgentStop.$Shape|null;
         *   beat?: cherub.Beat.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; start?: null; snapshot?: null; inventory?: null; answer?: null; stop?: null; beat?: null }|{ body?: "start"; start: cherub.AgentStart.$Shape; snapshot?: null; inventory?: null; answer?: null; stop?: null; beat?: null }|{ body?: "snapshot"; start?: null; snapshot: cherub.Snapshot.$Shape; inventory?: null; answer?: null; stop?: null; beat?: null }|{ body?: "inventory"; start?: null; snapshot?: null; inventory: cherub.Inventory.$Shape; answer?: null; stop?: null; beat?: null }|{ body?: "answer"; start?: null; snapshot?: null; inventory?: null; answer: cherub.Answer.$Shape; stop?: null; beat?: null }|{ body?: "stop"; start?: null; snapshot?: null; inventory?: null; answer?: null; stop: cherub.AgentStop.$Shape; beat?: null }|{ body?: "beat"; start?: null; snapshot?: null; inventory?: null; answer?: null; stop?: null; beat: cherub.Beat.$Shape })
         * )} cherub.Record.$Shape
         */

        /**
         * Constructs a new Record.
         * @memberof cherub
         * @classdesc Represents a Record.
         * @constructor
         * @param {cherub.Record.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Record = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Record stamp.
         * @member {cherub.Stamp.$Properties|null|undefined} stamp
         * @memberof cherub.Record
         * @instance
         */
        Record.prototype.stamp = null;

        /**
         * Record start.
         * @member {cherub.AgentStart.$Properties|null|undefined} start
         * @memberof cherub.Record
         * @instance
         */
        Record.prototype.start = null;

        /**
         * Record snapshot.
         * @member {cherub.Snapshot.$Properties|null|undefined} snapshot
         * @memberof cherub.Record
         * @instance
         */
        Record.prototype.snapshot = null;

        /**
         * Record inventory.
         * @member {cherub.Inventory.$Properties|null|undefined} inventory
         * @memberof cherub.Record
         * @instance
         */
        Record.prototype.inventory = null;

        /**
         * Record answer.
         * @member {cherub.Answer.$Properties|null|undefined} answer
         * @memberof cherub.Record
         * @instance
         */
        Record.prototype.answer = null;

        /**
         * Record stop.
         * @member {cherub.AgentStop.$Properties|null|undefined} stop
         * @memberof cherub.Record
         * @instance
         */
        Record.prototype.stop = null;

        /**
         * Record beat.
         * @member {cherub.Beat.$Properties|null|undefined} beat
         * @memberof cherub.Record
         * @instance
         */
        Record.prototype.beat = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Record body.
         * @member {"start"|"snapshot"|"inventory"|"answer"|"stop"|"beat"|undefined} body
         * @memberof cherub.Record
         * @instance
         */
        $Object.defineProperty(Record.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["start", "snapshot", "inventory", "answer", "stop", "beat"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Record instance using the specified properties.
         * @function create
         * @memberof cherub.Record
         * @static
         * @param {cherub.Record.$Properties=} [properties] Properties to set
         * @returns {cherub.Record} Record instance
         * @type {{
         *   (properties: cherub.Record.$Shape): cherub.Record & cherub.Record.$Shape;
         *   (properties?: cherub.Record.$Properties): cherub.Record;
         * }}
         */
        Record.create = function(properties) {
            return new Record(properties);
        };

        /**
         * Encodes the specified Record message. Does not implicitly {@link cherub.Record.verify|verify} messages.
         * @function encode
         * @memberof cherub.Record
         * @static
         * @param {cherub.Record.$Properties} message Record message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Record.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stamp != null && $Object.hasOwnProperty.call(message, "stamp"))
                $root.cherub.Stamp.encode(message.stamp, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.start != null && $Object.hasOwnProperty.call(message, "start"))
                $root.cherub.AgentStart.encode(message.start, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                $root.cherub.Snapshot.encode(message.snapshot, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.inventory != null && $Object.hasOwnProperty.call(message, "inventory"))
                $root.cherub.Inventory.encode(message.inventory, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.answer != null && $Object.hasOwnProperty.call(message, "answer"))
                $root.cherub.Answer.encode(message.answer, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.stop != null && $Object.hasOwnProperty.call(message, "stop"))
                $root.cherub.AgentStop.encode(message.stop, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.beat != null && $Object.hasOwnProperty.call(message, "beat"))
                $root.cherub.Beat.encode(message.beat, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Record message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Record
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Record & cherub.Record.$Shape} Record
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Record.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Record();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.stamp = $root.cherub.Stamp.decode(reader, reader.size(), $undefined, _depth + 1, message.stamp);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.start = $root.cherub.AgentStart.decode(reader, reader.size(), $undefined, _depth + 1, message.start);
                        message.body = "start";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.snapshot = $root.cherub.Snapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                        message.body = "snapshot";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.inventory = $root.cherub.Inventory.decode(reader, reader.size(), $undefined, _depth + 1, message.inventory);
                        message.body = "inventory";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.answer = $root.cherub.Answer.decode(reader, reader.size(), $undefined, _depth + 1, message.answer);
                        message.body = "answer";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.stop = $root.cherub.AgentStop.decode(reader, reader.size(), $undefined, _depth + 1, message.stop);
                        message.body = "stop";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.beat = $root.cherub.Beat.decode(reader, reader.size(), $undefined, _depth + 1, message.beat);
                        message.body = "beat";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Record;
    })();

    cherub.Stamp = (function() {

        /**
         * Properties of a Stamp.
         * @typedef {Object} cherub.Stamp.$Properties
         * @property {Uint8Array|null} [bootId] Stamp bootId
         * @property {number|null} [sequence] Stamp sequence
         * @property {number|null} [monotonicUs] Stamp monotonicUs
         * @property {number|null} [wallUs] Stamp wallUs
         * @property {number|null} [runId] Stamp runId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Stamp.
         * @memberof cherub
         * @interface IStamp
         * @augments cherub.Stamp.$Properties
         * @deprecated Use cherub.Stamp.$Properties instead.
         */

        /**
         * Shape of a Stamp.
         * @typedef {cherub.Stamp.$Properties} cherub.Stamp.$Shape
         */

        /**
         * Constructs a new Stamp.
         * @memberof cherub
         * @classdesc Represents a Stamp.
         * @constructor
         * @param {cherub.Stamp.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Stamp = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Stamp bootId.
         * @member {Uint8Array} bootId
         * @memberof cherub.Stamp
         * @instance
         */
        Stamp.prototype.bootId = $util.newBuffer([]);

        /**
         * Stamp sequence.
         * @member {number} sequence
         * @memberof cherub.Stamp
         * @instance
         */
        Stamp.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Stamp monotonicUs.
         * @member {number} monotonicUs
         * @memberof cherub.Stamp
         * @instance
         */
        Stamp.prototype.monotonicUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Stamp wallUs.
         * @member {number} wallUs
         * @memberof cherub.Stamp
         * @instance
         */
        Stamp.prototype.wallUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Stamp runId.
         * @member {number} runId
         * @memberof cherub.Stamp
         * @instance
         */
        Stamp.prototype.runId = 0;

        /**
         * Creates a new Stamp instance using the specified properties.
         * @function create
         * @memberof cherub.Stamp
         * @static
         * @param {cherub.Stamp.$Properties=} [properties] Properties to set
         * @returns {cherub.Stamp} Stamp instance
         * @type {{
         *   (properties: cherub.Stamp.$Shape): cherub.Stamp & cherub.Stamp.$Shape;
         *   (properties?: cherub.Stamp.$Properties): cherub.Stamp;
         * }}
         */
        Stamp.create = function(properties) {
            return new Stamp(properties);
        };

        /**
         * Encodes the specified Stamp message. Does not implicitly {@link cherub.Stamp.verify|verify} messages.
         * @function encode
         * @memberof cherub.Stamp
         * @static
         * @param {cherub.Stamp.$Properties} message Stamp message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Stamp.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.bootId);
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sequence);
            if (message.monotonicUs != null && $Object.hasOwnProperty.call(message, "monotonicUs") && (typeof message.monotonicUs === "object" ? message.monotonicUs.low || message.monotonicUs.high : message.monotonicUs !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.monotonicUs);
            if (message.wallUs != null && $Object.hasOwnProperty.call(message, "wallUs") && (typeof message.wallUs === "object" ? message.wallUs.low || message.wallUs.high : message.wallUs !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.wallUs);
            if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.runId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Stamp message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Stamp
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Stamp & cherub.Stamp.$Shape} Stamp
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Stamp.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Stamp();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.bootId = value;
                        else
                            delete message.bootId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.monotonicUs = value;
                        else
                            delete message.monotonicUs;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.wallUs = value;
                        else
                            delete message.wallUs;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.runId = value;
                        else
                            delete message.runId;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Stamp;
    })();

    cherub.AgentStart = (function() {

        /**
         * Properties of an AgentStart.
         * @typedef {Object} cherub.AgentStart.$Properties
         * @property {string|null} [agentVersion] AgentStart agentVersion
         * @property {cherub.Build|null} [build] AgentStart build
         * @property {string|null} [app] AgentStart app
         * @property {number|null} [pid] AgentStart pid
         * @property {number|null} [snapshotPeriodMs] AgentStart snapshotPeriodMs
         * @property {number|null} [heartbeatPeriodMs] AgentStart heartbeatPeriodMs
         * @property {Array.<cherub.Missing.$Properties>|null} [missing] AgentStart missing
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AgentStart.
         * @memberof cherub
         * @interface IAgentStart
         * @augments cherub.AgentStart.$Properties
         * @deprecated Use cherub.AgentStart.$Properties instead.
         */

        /**
         * Shape of an AgentStart.
         * @typedef {cherub.AgentStart.$Properties} cherub.AgentStart.$Shape
         */

        /**
         * Constructs a new AgentStart.
         * @memberof cherub
         * @classdesc Represents an AgentStart.
         * @constructor
         * @param {cherub.AgentStart.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AgentStart = function (properties) {
            this.missing = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AgentStart agentVersion.
         * @member {string} agentVersion
         * @memberof cherub.AgentStart
         * @instance
         */
        AgentStart.prototype.agentVersion = "";

        /**
         * AgentStart build.
         * @member {cherub.Build} build
         * @memberof cherub.AgentStart
         * @instance
         */
        AgentStart.prototype.build = 0;

        /**
         * AgentStart app.
         * @member {string} app
         * @memberof cherub.AgentStart
         * @instance
         */
        AgentStart.prototype.app = "";

        /**
         * AgentStart pid.
         * @member {number} pid
         * @memberof cherub.AgentStart
         * @instance
         */
        AgentStart.prototype.pid = 0;

        /**
         * AgentStart snapshotPeriodMs.
         * @member {number} snapshotPeriodMs
         * @memberof cherub.AgentStart
         * @instance
         */
        AgentStart.prototype.snapshotPeriodMs = 0;

        /**
         * AgentStart heartbeatPeriodMs.
         * @member {number} heartbeatPeriodMs
         * @memberof cherub.AgentStart
         * @instance
         */
        AgentStart.prototype.heartbeatPeriodMs = 0;

        /**
         * AgentStart missing.
         * @member {Array.<cherub.Missing.$Properties>} missing
         * @memberof cherub.AgentStart
         * @instance
         */
        AgentStart.prototype.missing = $util.emptyArray;

        /**
         * Creates a new AgentStart instance using the specified properties.
         * @function create
         * @memberof cherub.AgentStart
         * @static
         * @param {cherub.AgentStart.$Properties=} [properties] Properties to set
         * @returns {cherub.AgentStart} AgentStart instance
         * @type {{
         *   (properties: cherub.AgentStart.$Shape): cherub.AgentStart & cherub.AgentStart.$Shape;
         *   (properties?: cherub.AgentStart.$Properties): cherub.AgentStart;
         * }}
         */
        AgentStart.create = function(properties) {
            return new AgentStart(properties);
        };

        /**
         * Encodes the specified AgentStart message. Does not implicitly {@link cherub.AgentStart.verify|verify} messages.
         * @function encode
         * @memberof cherub.AgentStart
         * @static
         * @param {cherub.AgentStart.$Properties} message AgentStart message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AgentStart.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion") && message.agentVersion !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.agentVersion);
            if (message.build != null && $Object.hasOwnProperty.call(message, "build") && message.build !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.build);
            if (message.app != null && $Object.hasOwnProperty.call(message, "app") && message.app !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.app);
            if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.pid);
            if (message.snapshotPeriodMs != null && $Object.hasOwnProperty.call(message, "snapshotPeriodMs") && message.snapshotPeriodMs !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.snapshotPeriodMs);
            if (message.heartbeatPeriodMs != null && $Object.hasOwnProperty.call(message, "heartbeatPeriodMs") && message.heartbeatPeriodMs !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.heartbeatPeriodMs);
            if (message.missing != null && message.missing.length)
                for (let i = 0; i < message.missing.length; ++i)
                    $root.cherub.Missing.encode(message.missing[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AgentStart message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.AgentStart
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.AgentStart & cherub.AgentStart.$Shape} AgentStart
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AgentStart.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.AgentStart();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.agentVersion = value;
                        else
                            delete message.agentVersion;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.build = value;
                        else
                            delete message.build;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.app = value;
                        else
                            delete message.app;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.pid = value;
                        else
                            delete message.pid;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.snapshotPeriodMs = value;
                        else
                            delete message.snapshotPeriodMs;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.heartbeatPeriodMs = value;
                        else
                            delete message.heartbeatPeriodMs;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.missing && message.missing.length))
                            message.missing = [];
                        message.missing.push($root.cherub.Missing.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return AgentStart;
    })();

    cherub.AgentStop = (function() {

        /**
         * Properties of an AgentStop.
         * @typedef {Object} cherub.AgentStop.$Properties
         * @property {string|null} [reason] AgentStop reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AgentStop.
         * @memberof cherub
         * @interface IAgentStop
         * @augments cherub.AgentStop.$Properties
         * @deprecated Use cherub.AgentStop.$Properties instead.
         */

        /**
         * Shape of an AgentStop.
         * @typedef {cherub.AgentStop.$Properties} cherub.AgentStop.$Shape
         */

        /**
         * Constructs a new AgentStop.
         * @memberof cherub
         * @classdesc Represents an AgentStop.
         * @constructor
         * @param {cherub.AgentStop.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AgentStop = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AgentStop reason.
         * @member {string} reason
         * @memberof cherub.AgentStop
         * @instance
         */
        AgentStop.prototype.reason = "";

        /**
         * Creates a new AgentStop instance using the specified properties.
         * @function create
         * @memberof cherub.AgentStop
         * @static
         * @param {cherub.AgentStop.$Properties=} [properties] Properties to set
         * @returns {cherub.AgentStop} AgentStop instance
         * @type {{
         *   (properties: cherub.AgentStop.$Shape): cherub.AgentStop & cherub.AgentStop.$Shape;
         *   (properties?: cherub.AgentStop.$Properties): cherub.AgentStop;
         * }}
         */
        AgentStop.create = function(properties) {
            return new AgentStop(properties);
        };

        /**
         * Encodes the specified AgentStop message. Does not implicitly {@link cherub.AgentStop.verify|verify} messages.
         * @function encode
         * @memberof cherub.AgentStop
         * @static
         * @param {cherub.AgentStop.$Properties} message AgentStop message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AgentStop.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AgentStop message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.AgentStop
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.AgentStop & cherub.AgentStop.$Shape} AgentStop
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AgentStop.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.AgentStop();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return AgentStop;
    })();

    cherub.Beat = (function() {

        /**
         * Properties of a Beat.
         * @typedef {Object} cherub.Beat.$Properties
         * @property {string|null} [line] Beat line
         * @property {boolean|null} [delivered] Beat delivered
         * @property {string|null} [problem] Beat problem
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Beat.
         * @memberof cherub
         * @interface IBeat
         * @augments cherub.Beat.$Properties
         * @deprecated Use cherub.Beat.$Properties instead.
         */

        /**
         * Shape of a Beat.
         * @typedef {cherub.Beat.$Properties} cherub.Beat.$Shape
         */

        /**
         * Constructs a new Beat.
         * @memberof cherub
         * @classdesc Represents a Beat.
         * @constructor
         * @param {cherub.Beat.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Beat = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Beat line.
         * @member {string} line
         * @memberof cherub.Beat
         * @instance
         */
        Beat.prototype.line = "";

        /**
         * Beat delivered.
         * @member {boolean} delivered
         * @memberof cherub.Beat
         * @instance
         */
        Beat.prototype.delivered = false;

        /**
         * Beat problem.
         * @member {string} problem
         * @memberof cherub.Beat
         * @instance
         */
        Beat.prototype.problem = "";

        /**
         * Creates a new Beat instance using the specified properties.
         * @function create
         * @memberof cherub.Beat
         * @static
         * @param {cherub.Beat.$Properties=} [properties] Properties to set
         * @returns {cherub.Beat} Beat instance
         * @type {{
         *   (properties: cherub.Beat.$Shape): cherub.Beat & cherub.Beat.$Shape;
         *   (properties?: cherub.Beat.$Properties): cherub.Beat;
         * }}
         */
        Beat.create = function(properties) {
            return new Beat(properties);
        };

        /**
         * Encodes the specified Beat message. Does not implicitly {@link cherub.Beat.verify|verify} messages.
         * @function encode
         * @memberof cherub.Beat
         * @static
         * @param {cherub.Beat.$Properties} message Beat message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Beat.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.line != null && $Object.hasOwnProperty.call(message, "line") && message.line !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.line);
            if (message.delivered != null && $Object.hasOwnProperty.call(message, "delivered") && message.delivered !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.delivered);
            if (message.problem != null && $Object.hasOwnProperty.call(message, "problem") && message.problem !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.problem);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Beat message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Beat
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Beat & cherub.Beat.$Shape} Beat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Beat.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Beat();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.line = value;
                        else
                            delete message.line;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.delivered = value;
                        else
                            delete message.delivered;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.problem = value;
                        else
                            delete message.problem;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Beat;
    })();

    /**
     * Build enum.
     * @name cherub.Build
     * @enum {number}
     * @property {number} BUILD_UNSPECIFIED=0 BUILD_UNSPECIFIED value
     * @property {number} BUILD_STANDARD=1 BUILD_STANDARD value
     * @property {number} BUILD_COMPACT=2 BUILD_COMPACT value
     */
    cherub.Build = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "BUILD_UNSPECIFIED"] = 0;
        values[valuesById[1] = "BUILD_STANDARD"] = 1;
        values[valuesById[2] = "BUILD_COMPACT"] = 2;
        return values;
    })();

    /**
     * State enum.
     * @name cherub.State
     * @enum {number}
     * @property {number} STATE_UNSPECIFIED=0 STATE_UNSPECIFIED value
     * @property {number} STATE_STARTING=1 STATE_STARTING value
     * @property {number} STATE_OK=2 STATE_OK value
     * @property {number} STATE_DEGRADED=3 STATE_DEGRADED value
     * @property {number} STATE_STOPPING=4 STATE_STOPPING value
     */
    cherub.State = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "STATE_UNSPECIFIED"] = 0;
        values[valuesById[1] = "STATE_STARTING"] = 1;
        values[valuesById[2] = "STATE_OK"] = 2;
        values[valuesById[3] = "STATE_DEGRADED"] = 3;
        values[valuesById[4] = "STATE_STOPPING"] = 4;
        return values;
    })();

    cherub.Missing = (function() {

        /**
         * Properties of a Missing.
         * @typedef {Object} cherub.Missing.$Properties
         * @property {string|null} [part] Missing part
         * @property {string|null} [reason] Missing reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Missing.
         * @memberof cherub
         * @interface IMissing
         * @augments cherub.Missing.$Properties
         * @deprecated Use cherub.Missing.$Properties instead.
         */

        /**
         * Shape of a Missing.
         * @typedef {cherub.Missing.$Properties} cherub.Missing.$Shape
         */

        /**
         * Constructs a new Missing.
         * @memberof cherub
         * @classdesc Represents a Missing.
         * @constructor
         * @param {cherub.Missing.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Missing = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Missing part.
         * @member {string} part
         * @memberof cherub.Missing
         * @instance
         */
        Missing.prototype.part = "";

        /**
         * Missing reason.
         * @member {string} reason
         * @memberof cherub.Missing
         * @instance
         */
        Missing.prototype.reason = "";

        /**
         * Creates a new Missing instance using the specified properties.
         * @function create
         * @memberof cherub.Missing
         * @static
         * @param {cherub.Missing.$Properties=} [properties] Properties to set
         * @returns {cherub.Missing} Missing instance
         * @type {{
         *   (properties: cherub.Missing.$Shape): cherub.Missing & cherub.Missing.$Shape;
         *   (properties?: cherub.Missing.$Properties): cherub.Missing;
         * }}
         */
        Missing.create = function(properties) {
            return new Missing(properties);
        };

        /**
         * Encodes the specified Missing message. Does not implicitly {@link cherub.Missing.verify|verify} messages.
         * @function encode
         * @memberof cherub.Missing
         * @static
         * @param {cherub.Missing.$Properties} message Missing message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Missing.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.part != null && $Object.hasOwnProperty.call(message, "part") && message.part !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.part);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Missing message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Missing
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Missing & cherub.Missing.$Shape} Missing
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Missing.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Missing();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.part = value;
                        else
                            delete message.part;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Missing;
    })();

    cherub.Snapshot = (function() {

        /**
         * Properties of a Snapshot.
         * @typedef {Object} cherub.Snapshot.$Properties
         * @property {string|null} [app] Snapshot app
         * @property {cherub.State|null} [state] Snapshot state
         * @property {number|null} [periodMs] Snapshot periodMs
         * @property {cherub.Load.$Properties|null} [load] Snapshot load
         * @property {cherub.CpuTime.$Properties|null} [cpu] Snapshot cpu
         * @property {cherub.Memory.$Properties|null} [memory] Snapshot memory
         * @property {cherub.Pressure.$Properties|null} [cpuSome] Snapshot cpuSome
         * @property {cherub.Pressure.$Properties|null} [memorySome] Snapshot memorySome
         * @property {cherub.Pressure.$Properties|null} [memoryFull] Snapshot memoryFull
         * @property {cherub.Pressure.$Properties|null} [ioSome] Snapshot ioSome
         * @property {cherub.Pressure.$Properties|null} [ioFull] Snapshot ioFull
         * @property {cherub.Vmstat.$Properties|null} [vmstat] Snapshot vmstat
         * @property {Array.<cherub.Disk.$Properties>|null} [disks] Snapshot disks
         * @property {Array.<cherub.Filesystem.$Properties>|null} [filesystems] Snapshot filesystems
         * @property {Array.<cherub.Interface.$Properties>|null} [interfaces] Snapshot interfaces
         * @property {Array.<cherub.Process.$Properties>|null} [top] Snapshot top
         * @property {Array.<cherub.BlockedTask.$Properties>|null} [blocked] Snapshot blocked
         * @property {number|null} [blockedTotal] Snapshot blockedTotal
         * @property {Array.<cherub.FailedUnit.$Properties>|null} [failedUnits] Snapshot failedUnits
         * @property {Array.<cherub.KernelMessage.$Properties>|null} [kernelLog] Snapshot kernelLog
         * @property {number|null} [kernelLogDropped] Snapshot kernelLogDropped
         * @property {Array.<cherub.CheckResult.$Properties>|null} [checks] Snapshot checks
         * @property {cherub.AgentCounters.$Properties|null} [counters] Snapshot counters
         * @property {Array.<cherub.Missing.$Properties>|null} [missing] Snapshot missing
         * @property {number|null} [collectUs] Snapshot collectUs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Snapshot.
         * @memberof cherub
         * @interface ISnapshot
         * @augments cherub.Snapshot.$Properties
         * @deprecated Use cherub.Snapshot.$Properties instead.
         */

        /**
         * Shape of a Snapshot.
         * @typedef {cherub.Snapshot.$Properties} cherub.Snapshot.$Shape
         */

        /**
         * Constructs a new Snapshot.
         * @memberof cherub
         * @classdesc Represents a Snapshot.
         * @constructor
         * @param {cherub.Snapshot.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Snapshot = function (properties) {
            this.disks = [];
            this.filesystems = [];
            this.interfaces = [];
            this.top = [];
            this.blocked = [];
            this.failedUnits = [];
            this.kernelLog = [];
            this.checks = [];
            this.missing = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Snapshot app.
         * @member {string} app
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.app = "";

        /**
         * Snapshot state.
         * @member {cherub.State} state
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.state = 0;

        /**
         * Snapshot periodMs.
         * @member {number} periodMs
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.periodMs = 0;

        /**
         * Snapshot load.
         * @member {cherub.Load.$Properties|null|undefined} load
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.load = null;

        /**
         * Snapshot cpu.
         * @member {cherub.CpuTime.$Properties|null|undefined} cpu
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.cpu = null;

        /**
         * Snapshot memory.
         * @member {cherub.Memory.$Properties|null|undefined} memory
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.memory = null;

        /**
         * Snapshot cpuSome.
         * @member {cherub.Pressure.$Properties|null|undefined} cpuSome
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.cpuSome = null;

        /**
         * Snapshot memorySome.
         * @member {cherub.Pressure.$Properties|null|undefined} memorySome
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.memorySome = null;

        /**
         * Snapshot memoryFull.
         * @member {cherub.Pressure.$Properties|null|undefined} memoryFull
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.memoryFull = null;

        /**
         * Snapshot ioSome.
         * @member {cherub.Pressure.$Properties|null|undefined} ioSome
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.ioSome = null;

        /**
         * Snapshot ioFull.
         * @member {cherub.Pressure.$Properties|null|undefined} ioFull
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.ioFull = null;

        /**
         * Snapshot vmstat.
         * @member {cherub.Vmstat.$Properties|null|undefined} vmstat
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.vmstat = null;

        /**
         * Snapshot disks.
         * @member {Array.<cherub.Disk.$Properties>} disks
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.disks = $util.emptyArray;

        /**
         * Snapshot filesystems.
         * @member {Array.<cherub.Filesystem.$Properties>} filesystems
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.filesystems = $util.emptyArray;

        /**
         * Snapshot interfaces.
         * @member {Array.<cherub.Interface.$Properties>} interfaces
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.interfaces = $util.emptyArray;

        /**
         * Snapshot top.
         * @member {Array.<cherub.Process.$Properties>} top
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.top = $util.emptyArray;

        /**
         * Snapshot blocked.
         * @member {Array.<cherub.BlockedTask.$Properties>} blocked
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.blocked = $util.emptyArray;

        /**
         * Snapshot blockedTotal.
         * @member {number} blockedTotal
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.blockedTotal = 0;

        /**
         * Snapshot failedUnits.
         * @member {Array.<cherub.FailedUnit.$Properties>} failedUnits
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.failedUnits = $util.emptyArray;

        /**
         * Snapshot kernelLog.
         * @member {Array.<cherub.KernelMessage.$Properties>} kernelLog
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.kernelLog = $util.emptyArray;

        /**
         * Snapshot kernelLogDropped.
         * @member {number} kernelLogDropped
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.kernelLogDropped = 0;

        /**
         * Snapshot checks.
         * @member {Array.<cherub.CheckResult.$Properties>} checks
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.checks = $util.emptyArray;

        /**
         * Snapshot counters.
         * @member {cherub.AgentCounters.$Properties|null|undefined} counters
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.counters = null;

        /**
         * Snapshot missing.
         * @member {Array.<cherub.Missing.$Properties>} missing
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.missing = $util.emptyArray;

        /**
         * Snapshot collectUs.
         * @member {number} collectUs
         * @memberof cherub.Snapshot
         * @instance
         */
        Snapshot.prototype.collectUs = 0;

        /**
         * Creates a new Snapshot instance using the specified properties.
         * @function create
         * @memberof cherub.Snapshot
         * @static
         * @param {cherub.Snapshot.$Properties=} [properties] Properties to set
         * @returns {cherub.Snapshot} Snapshot instance
         * @type {{
         *   (properties: cherub.Snapshot.$Shape): cherub.Snapshot & cherub.Snapshot.$Shape;
         *   (properties?: cherub.Snapshot.$Properties): cherub.Snapshot;
         * }}
         */
        Snapshot.create = function(properties) {
            return new Snapshot(properties);
        };

        /**
         * Encodes the specified Snapshot message. Does not implicitly {@link cherub.Snapshot.verify|verify} messages.
         * @function encode
         * @memberof cherub.Snapshot
         * @static
         * @param {cherub.Snapshot.$Properties} message Snapshot message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Snapshot.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.app != null && $Object.hasOwnProperty.call(message, "app") && message.app !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.app);
            if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.state);
            if (message.periodMs != null && $Object.hasOwnProperty.call(message, "periodMs") && message.periodMs !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.periodMs);
            if (message.load != null && $Object.hasOwnProperty.call(message, "load"))
                $root.cherub.Load.encode(message.load, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.cpu != null && $Object.hasOwnProperty.call(message, "cpu"))
                $root.cherub.CpuTime.encode(message.cpu, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.memory != null && $Object.hasOwnProperty.call(message, "memory"))
                $root.cherub.Memory.encode(message.memory, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.cpuSome != null && $Object.hasOwnProperty.call(message, "cpuSome"))
                $root.cherub.Pressure.encode(message.cpuSome, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.memorySome != null && $Object.hasOwnProperty.call(message, "memorySome"))
                $root.cherub.Pressure.encode(message.memorySome, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.memoryFull != null && $Object.hasOwnProperty.call(message, "memoryFull"))
                $root.cherub.Pressure.encode(message.memoryFull, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.ioSome != null && $Object.hasOwnProperty.call(message, "ioSome"))
                $root.cherub.Pressure.encode(message.ioSome, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
            if (message.ioFull != null && $Object.hasOwnProperty.call(message, "ioFull"))
                $root.cherub.Pressure.encode(message.ioFull, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
            if (message.vmstat != null && $Object.hasOwnProperty.call(message, "vmstat"))
                $root.cherub.Vmstat.encode(message.vmstat, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
            if (message.disks != null && message.disks.length)
                for (let i = 0; i < message.disks.length; ++i)
                    $root.cherub.Disk.encode(message.disks[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
            if (message.filesystems != null && message.filesystems.length)
                for (let i = 0; i < message.filesystems.length; ++i)
                    $root.cherub.Filesystem.encode(message.filesystems[i], writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
            if (message.interfaces != null && message.interfaces.length)
                for (let i = 0; i < message.interfaces.length; ++i)
                    $root.cherub.Interface.encode(message.interfaces[i], writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
            if (message.top != null && message.top.length)
                for (let i = 0; i < message.top.length; ++i)
                    $root.cherub.Process.encode(message.top[i], writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
            if (message.blocked != null && message.blocked.length)
                for (let i = 0; i < message.blocked.length; ++i)
                    $root.cherub.BlockedTask.encode(message.blocked[i], writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
            if (message.blockedTotal != null && $Object.hasOwnProperty.call(message, "blockedTotal") && message.blockedTotal !== 0)
                writer.uint32(/* id 18, wireType 0 =*/144).uint32(message.blockedTotal);
            if (message.failedUnits != null && message.failedUnits.length)
                for (let i = 0; i < message.failedUnits.length; ++i)
                    $root.cherub.FailedUnit.encode(message.failedUnits[i], writer.uint32(/* id 19, wireType 2 =*/154).fork(), _depth + 1).ldelim();
            if (message.kernelLog != null && message.kernelLog.length)
                for (let i = 0; i < message.kernelLog.length; ++i)
                    $root.cherub.KernelMessage.encode(message.kernelLog[i], writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
            if (message.kernelLogDropped != null && $Object.hasOwnProperty.call(message, "kernelLogDropped") && message.kernelLogDropped !== 0)
                writer.uint32(/* id 21, wireType 0 =*/168).uint32(message.kernelLogDropped);
            if (message.checks != null && message.checks.length)
                for (let i = 0; i < message.checks.length; ++i)
                    $root.cherub.CheckResult.encode(message.checks[i], writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
            if (message.counters != null && $Object.hasOwnProperty.call(message, "counters"))
                $root.cherub.AgentCounters.encode(message.counters, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
            if (message.missing != null && message.missing.length)
                for (let i = 0; i < message.missing.length; ++i)
                    $root.cherub.Missing.encode(message.missing[i], writer.uint32(/* id 24, wireType 2 =*/194).fork(), _depth + 1).ldelim();
            if (message.collectUs != null && $Object.hasOwnProperty.call(message, "collectUs") && message.collectUs !== 0)
                writer.uint32(/* id 25, wireType 0 =*/200).uint32(message.collectUs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Snapshot message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Snapshot
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Snapshot & cherub.Snapshot.$Shape} Snapshot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Snapshot.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Snapshot();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.app = value;
                        else
                            delete message.app;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.state = value;
                        else
                            delete message.state;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.periodMs = value;
                        else
                            delete message.periodMs;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.load = $root.cherub.Load.decode(reader, reader.size(), $undefined, _depth + 1, message.load);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.cpu = $root.cherub.CpuTime.decode(reader, reader.size(), $undefined, _depth + 1, message.cpu);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.memory = $root.cherub.Memory.decode(reader, reader.size(), $undefined, _depth + 1, message.memory);
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.cpuSome = $root.cherub.Pressure.decode(reader, reader.size(), $undefined, _depth + 1, message.cpuSome);
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.memorySome = $root.cherub.Pressure.decode(reader, reader.size(), $undefined, _depth + 1, message.memorySome);
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.memoryFull = $root.cherub.Pressure.decode(reader, reader.size(), $undefined, _depth + 1, message.memoryFull);
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.ioSome = $root.cherub.Pressure.decode(reader, reader.size(), $undefined, _depth + 1, message.ioSome);
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.ioFull = $root.cherub.Pressure.decode(reader, reader.size(), $undefined, _depth + 1, message.ioFull);
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.vmstat = $root.cherub.Vmstat.decode(reader, reader.size(), $undefined, _depth + 1, message.vmstat);
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        if (!(message.disks && message.disks.length))
                            message.disks = [];
                        message.disks.push($root.cherub.Disk.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        if (!(message.filesystems && message.filesystems.length))
                            message.filesystems = [];
                        message.filesystems.push($root.cherub.Filesystem.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        if (!(message.interfaces && message.interfaces.length))
                            message.interfaces = [];
                        message.interfaces.push($root.cherub.Interface.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        if (!(message.top && message.top.length))
                            message.top = [];
                        message.top.push($root.cherub.Process.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        if (!(message.blocked && message.blocked.length))
                            message.blocked = [];
                        message.blocked.push($root.cherub.BlockedTask.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 18: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.blockedTotal = value;
                        else
                            delete message.blockedTotal;
                        continue;
                    }
                case 19: {
                        if (wireType !== 2)
                            break;
                        if (!(message.failedUnits && message.failedUnits.length))
                            message.failedUnits = [];
                        message.failedUnits.push($root.cherub.FailedUnit.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 20: {
                        if (wireType !== 2)
                            break;
                        if (!(message.kernelLog && message.kernelLog.length))
                            message.kernelLog = [];
                        message.kernelLog.push($root.cherub.KernelMessage.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 21: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.kernelLogDropped = value;
                        else
                            delete message.kernelLogDropped;
                        continue;
                    }
                case 22: {
                        if (wireType !== 2)
                            break;
                        if (!(message.checks && message.checks.length))
                            message.checks = [];
                        message.checks.push($root.cherub.CheckResult.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 23: {
                        if (wireType !== 2)
                            break;
                        message.counters = $root.cherub.AgentCounters.decode(reader, reader.size(), $undefined, _depth + 1, message.counters);
                        continue;
                    }
                case 24: {
                        if (wireType !== 2)
                            break;
                        if (!(message.missing && message.missing.length))
                            message.missing = [];
                        message.missing.push($root.cherub.Missing.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 25: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.collectUs = value;
                        else
                            delete message.collectUs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Snapshot;
    })();

    cherub.Load = (function() {

        /**
         * Properties of a Load.
         * @typedef {Object} cherub.Load.$Properties
         * @property {number|null} [load1] Load load1
         * @property {number|null} [load5] Load load5
         * @property {number|null} [load15] Load load15
         * @property {number|null} [runnable] Load runnable
         * @property {number|null} [tasks] Load tasks
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Load.
         * @memberof cherub
         * @interface ILoad
         * @augments cherub.Load.$Properties
         * @deprecated Use cherub.Load.$Properties instead.
         */

        /**
         * Shape of a Load.
         * @typedef {cherub.Load.$Properties} cherub.Load.$Shape
         */

        /**
         * Constructs a new Load.
         * @memberof cherub
         * @classdesc Represents a Load.
         * @constructor
         * @param {cherub.Load.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Load = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Load load1.
         * @member {number} load1
         * @memberof cherub.Load
         * @instance
         */
        Load.prototype.load1 = 0;

        /**
         * Load load5.
         * @member {number} load5
         * @memberof cherub.Load
         * @instance
         */
        Load.prototype.load5 = 0;

        /**
         * Load load15.
         * @member {number} load15
         * @memberof cherub.Load
         * @instance
         */
        Load.prototype.load15 = 0;

        /**
         * Load runnable.
         * @member {number} runnable
         * @memberof cherub.Load
         * @instance
         */
        Load.prototype.runnable = 0;

        /**
         * Load tasks.
         * @member {number} tasks
         * @memberof cherub.Load
         * @instance
         */
        Load.prototype.tasks = 0;

        /**
         * Creates a new Load instance using the specified properties.
         * @function create
         * @memberof cherub.Load
         * @static
         * @param {cherub.Load.$Properties=} [properties] Properties to set
         * @returns {cherub.Load} Load instance
         * @type {{
         *   (properties: cherub.Load.$Shape): cherub.Load & cherub.Load.$Shape;
         *   (properties?: cherub.Load.$Properties): cherub.Load;
         * }}
         */
        Load.create = function(properties) {
            return new Load(properties);
        };

        /**
         * Encodes the specified Load message. Does not implicitly {@link cherub.Load.verify|verify} messages.
         * @function encode
         * @memberof cherub.Load
         * @static
         * @param {cherub.Load.$Properties} message Load message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Load.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.load1 != null && $Object.hasOwnProperty.call(message, "load1") && !$Object.is(message.load1, 0))
                writer.uint32(/* id 1, wireType 5 =*/13).float(message.load1);
            if (message.load5 != null && $Object.hasOwnProperty.call(message, "load5") && !$Object.is(message.load5, 0))
                writer.uint32(/* id 2, wireType 5 =*/21).float(message.load5);
            if (message.load15 != null && $Object.hasOwnProperty.call(message, "load15") && !$Object.is(message.load15, 0))
                writer.uint32(/* id 3, wireType 5 =*/29).float(message.load15);
            if (message.runnable != null && $Object.hasOwnProperty.call(message, "runnable") && message.runnable !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.runnable);
            if (message.tasks != null && $Object.hasOwnProperty.call(message, "tasks") && message.tasks !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.tasks);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Load message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Load
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Load & cherub.Load.$Shape} Load
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Load.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Load();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 5)
                            break;
                        if (!$Object.is(value = reader.float(), 0))
                            message.load1 = value;
                        else
                            delete message.load1;
                        continue;
                    }
                case 2: {
                        if (wireType !== 5)
                            break;
                        if (!$Object.is(value = reader.float(), 0))
                            message.load5 = value;
                        else
                            delete message.load5;
                        continue;
                    }
                case 3: {
                        if (wireType !== 5)
                            break;
                        if (!$Object.is(value = reader.float(), 0))
                            message.load15 = value;
                        else
                            delete message.load15;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.runnable = value;
                        else
                            delete message.runnable;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.tasks = value;
                        else
                            delete message.tasks;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Load;
    })();

    cherub.CpuTime = (function() {

        /**
         * Properties of a CpuTime.
         * @typedef {Object} cherub.CpuTime.$Properties
         * @property {number|null} [online] CpuTime online
         * @property {number|null} [userMs] CpuTime userMs
         * @property {number|null} [niceMs] CpuTime niceMs
         * @property {number|null} [systemMs] CpuTime systemMs
         * @property {number|null} [idleMs] CpuTime idleMs
         * @property {number|null} [iowaitMs] CpuTime iowaitMs
         * @property {number|null} [irqMs] CpuTime irqMs
         * @property {number|null} [softirqMs] CpuTime softirqMs
         * @property {number|null} [stealMs] CpuTime stealMs
         * @property {number|null} [contextSwitches] CpuTime contextSwitches
         * @property {number|null} [forks] CpuTime forks
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CpuTime.
         * @memberof cherub
         * @interface ICpuTime
         * @augments cherub.CpuTime.$Properties
         * @deprecated Use cherub.CpuTime.$Properties instead.
         */

        /**
         * Shape of a CpuTime.
         * @typedef {cherub.CpuTime.$Properties} cherub.CpuTime.$Shape
         */

        /**
         * Constructs a new CpuTime.
         * @memberof cherub
         * @classdesc Represents a CpuTime.
         * @constructor
         * @param {cherub.CpuTime.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CpuTime = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CpuTime online.
         * @member {number} online
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.online = 0;

        /**
         * CpuTime userMs.
         * @member {number} userMs
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.userMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CpuTime niceMs.
         * @member {number} niceMs
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.niceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CpuTime systemMs.
         * @member {number} systemMs
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.systemMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CpuTime idleMs.
         * @member {number} idleMs
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.idleMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CpuTime iowaitMs.
         * @member {number} iowaitMs
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.iowaitMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CpuTime irqMs.
         * @member {number} irqMs
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.irqMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CpuTime softirqMs.
         * @member {number} softirqMs
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.softirqMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CpuTime stealMs.
         * @member {number} stealMs
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.stealMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CpuTime contextSwitches.
         * @member {number} contextSwitches
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.contextSwitches = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CpuTime forks.
         * @member {number} forks
         * @memberof cherub.CpuTime
         * @instance
         */
        CpuTime.prototype.forks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new CpuTime instance using the specified properties.
         * @function create
         * @memberof cherub.CpuTime
         * @static
         * @param {cherub.CpuTime.$Properties=} [properties] Properties to set
         * @returns {cherub.CpuTime} CpuTime instance
         * @type {{
         *   (properties: cherub.CpuTime.$Shape): cherub.CpuTime & cherub.CpuTime.$Shape;
         *   (properties?: cherub.CpuTime.$Properties): cherub.CpuTime;
         * }}
         */
        CpuTime.create = function(properties) {
            return new CpuTime(properties);
        };

        /**
         * Encodes the specified CpuTime message. Does not implicitly {@link cherub.CpuTime.verify|verify} messages.
         * @function encode
         * @memberof cherub.CpuTime
         * @static
         * @param {cherub.CpuTime.$Properties} message CpuTime message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CpuTime.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.online != null && $Object.hasOwnProperty.call(message, "online") && message.online !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.online);
            if (message.userMs != null && $Object.hasOwnProperty.call(message, "userMs") && (typeof message.userMs === "object" ? message.userMs.low || message.userMs.high : message.userMs !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.userMs);
            if (message.niceMs != null && $Object.hasOwnProperty.call(message, "niceMs") && (typeof message.niceMs === "object" ? message.niceMs.low || message.niceMs.high : message.niceMs !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.niceMs);
            if (message.systemMs != null && $Object.hasOwnProperty.call(message, "systemMs") && (typeof message.systemMs === "object" ? message.systemMs.low || message.systemMs.high : message.systemMs !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.systemMs);
            if (message.idleMs != null && $Object.hasOwnProperty.call(message, "idleMs") && (typeof message.idleMs === "object" ? message.idleMs.low || message.idleMs.high : message.idleMs !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.idleMs);
            if (message.iowaitMs != null && $Object.hasOwnProperty.call(message, "iowaitMs") && (typeof message.iowaitMs === "object" ? message.iowaitMs.low || message.iowaitMs.high : message.iowaitMs !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.iowaitMs);
            if (message.irqMs != null && $Object.hasOwnProperty.call(message, "irqMs") && (typeof message.irqMs === "object" ? message.irqMs.low || message.irqMs.high : message.irqMs !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.irqMs);
            if (message.softirqMs != null && $Object.hasOwnProperty.call(message, "softirqMs") && (typeof message.softirqMs === "object" ? message.softirqMs.low || message.softirqMs.high : message.softirqMs !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.softirqMs);
            if (message.stealMs != null && $Object.hasOwnProperty.call(message, "stealMs") && (typeof message.stealMs === "object" ? message.stealMs.low || message.stealMs.high : message.stealMs !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.stealMs);
            if (message.contextSwitches != null && $Object.hasOwnProperty.call(message, "contextSwitches") && (typeof message.contextSwitches === "object" ? message.contextSwitches.low || message.contextSwitches.high : message.contextSwitches !== 0))
                writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.contextSwitches);
            if (message.forks != null && $Object.hasOwnProperty.call(message, "forks") && (typeof message.forks === "object" ? message.forks.low || message.forks.high : message.forks !== 0))
                writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.forks);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a CpuTime message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.CpuTime
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.CpuTime & cherub.CpuTime.$Shape} CpuTime
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CpuTime.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.CpuTime();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.online = value;
                        else
                            delete message.online;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.userMs = value;
                        else
                            delete message.userMs;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.niceMs = value;
                        else
                            delete message.niceMs;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.systemMs = value;
                        else
                            delete message.systemMs;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.idleMs = value;
                        else
                            delete message.idleMs;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.iowaitMs = value;
                        else
                            delete message.iowaitMs;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.irqMs = value;
                        else
                            delete message.irqMs;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.softirqMs = value;
                        else
                            delete message.softirqMs;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.stealMs = value;
                        else
                            delete message.stealMs;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.contextSwitches = value;
                        else
                            delete message.contextSwitches;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.forks = value;
                        else
                            delete message.forks;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CpuTime;
    })();

    cherub.Memory = (function() {

        /**
         * Properties of a Memory.
         * @typedef {Object} cherub.Memory.$Properties
         * @property {number|null} [totalBytes] Memory totalBytes
         * @property {number|null} [freeBytes] Memory freeBytes
         * @property {number|null} [availableBytes] Memory availableBytes
         * @property {number|null} [buffersBytes] Memory buffersBytes
         * @property {number|null} [cachedBytes] Memory cachedBytes
         * @property {number|null} [anonymousBytes] Memory anonymousBytes
         * @property {number|null} [sharedBytes] Memory sharedBytes
         * @property {number|null} [slabReclaimableBytes] Memory slabReclaimableBytes
         * @property {number|null} [slabUnreclaimableBytes] Memory slabUnreclaimableBytes
         * @property {number|null} [dirtyBytes] Memory dirtyBytes
         * @property {number|null} [writebackBytes] Memory writebackBytes
         * @property {number|null} [swapTotalBytes] Memory swapTotalBytes
         * @property {number|null} [swapFreeBytes] Memory swapFreeBytes
         * @property {number|null} [committedBytes] Memory committedBytes
         * @property {number|null} [kernelStackBytes] Memory kernelStackBytes
         * @property {number|null} [pageTablesBytes] Memory pageTablesBytes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Memory.
         * @memberof cherub
         * @interface IMemory
         * @augments cherub.Memory.$Properties
         * @deprecated Use cherub.Memory.$Properties instead.
         */

        /**
         * Shape of a Memory.
         * @typedef {cherub.Memory.$Properties} cherub.Memory.$Shape
         */

        /**
         * Constructs a new Memory.
         * @memberof cherub
         * @classdesc Represents a Memory.
         * @constructor
         * @param {cherub.Memory.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Memory = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Memory totalBytes.
         * @member {number} totalBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory freeBytes.
         * @member {number} freeBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.freeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory availableBytes.
         * @member {number} availableBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.availableBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory buffersBytes.
         * @member {number} buffersBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.buffersBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory cachedBytes.
         * @member {number} cachedBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.cachedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory anonymousBytes.
         * @member {number} anonymousBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.anonymousBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory sharedBytes.
         * @member {number} sharedBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.sharedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory slabReclaimableBytes.
         * @member {number} slabReclaimableBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.slabReclaimableBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory slabUnreclaimableBytes.
         * @member {number} slabUnreclaimableBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.slabUnreclaimableBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory dirtyBytes.
         * @member {number} dirtyBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.dirtyBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory writebackBytes.
         * @member {number} writebackBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.writebackBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory swapTotalBytes.
         * @member {number} swapTotalBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.swapTotalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory swapFreeBytes.
         * @member {number} swapFreeBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.swapFreeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory committedBytes.
         * @member {number} committedBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.committedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory kernelStackBytes.
         * @member {number} kernelStackBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.kernelStackBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Memory pageTablesBytes.
         * @member {number} pageTablesBytes
         * @memberof cherub.Memory
         * @instance
         */
        Memory.prototype.pageTablesBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Memory instance using the specified properties.
         * @function create
         * @memberof cherub.Memory
         * @static
         * @param {cherub.Memory.$Properties=} [properties] Properties to set
         * @returns {cherub.Memory} Memory instance
         * @type {{
         *   (properties: cherub.Memory.$Shape): cherub.Memory & cherub.Memory.$Shape;
         *   (properties?: cherub.Memory.$Properties): cherub.Memory;
         * }}
         */
        Memory.create = function(properties) {
            return new Memory(properties);
        };

        /**
         * Encodes the specified Memory message. Does not implicitly {@link cherub.Memory.verify|verify} messages.
         * @function encode
         * @memberof cherub.Memory
         * @static
         * @param {cherub.Memory.$Properties} message Memory message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Memory.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.totalBytes != null && $Object.hasOwnProperty.call(message, "totalBytes") && (typeof message.totalBytes === "object" ? message.totalBytes.low || message.totalBytes.high : message.totalBytes !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.totalBytes);
            if (message.freeBytes != null && $Object.hasOwnProperty.call(message, "freeBytes") && (typeof message.freeBytes === "object" ? message.freeBytes.low || message.freeBytes.high : message.freeBytes !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.freeBytes);
            if (message.availableBytes != null && $Object.hasOwnProperty.call(message, "availableBytes") && (typeof message.availableBytes === "object" ? message.availableBytes.low || message.availableBytes.high : message.availableBytes !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.availableBytes);
            if (message.buffersBytes != null && $Object.hasOwnProperty.call(message, "buffersBytes") && (typeof message.buffersBytes === "object" ? message.buffersBytes.low || message.buffersBytes.high : message.buffersBytes !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.buffersBytes);
            if (message.cachedBytes != null && $Object.hasOwnProperty.call(message, "cachedBytes") && (typeof message.cachedBytes === "object" ? message.cachedBytes.low || message.cachedBytes.high : message.cachedBytes !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.cachedBytes);
            if (message.anonymousBytes != null && $Object.hasOwnProperty.call(message, "anonymousBytes") && (typeof message.anonymousBytes === "object" ? message.anonymousBytes.low || message.anonymousBytes.high : message.anonymousBytes !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.anonymousBytes);
            if (message.sharedBytes != null && $Object.hasOwnProperty.call(message, "sharedBytes") && (typeof message.sharedBytes === "object" ? message.sharedBytes.low || message.sharedBytes.high : message.sharedBytes !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.sharedBytes);
            if (message.slabReclaimableBytes != null && $Object.hasOwnProperty.call(message, "slabReclaimableBytes") && (typeof message.slabReclaimableBytes === "object" ? message.slabReclaimableBytes.low || message.slabReclaimableBytes.high : message.slabReclaimableBytes !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.slabReclaimableBytes);
            if (message.slabUnreclaimableBytes != null && $Object.hasOwnProperty.call(message, "slabUnreclaimableBytes") && (typeof message.slabUnreclaimableBytes === "object" ? message.slabUnreclaimableBytes.low || message.slabUnreclaimableBytes.high : message.slabUnreclaimableBytes !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.slabUnreclaimableBytes);
            if (message.dirtyBytes != null && $Object.hasOwnProperty.call(message, "dirtyBytes") && (typeof message.dirtyBytes === "object" ? message.dirtyBytes.low || message.dirtyBytes.high : message.dirtyBytes !== 0))
                writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.dirtyBytes);
            if (message.writebackBytes != null && $Object.hasOwnProperty.call(message, "writebackBytes") && (typeof message.writebackBytes === "object" ? message.writebackBytes.low || message.writebackBytes.high : message.writebackBytes !== 0))
                writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.writebackBytes);
            if (message.swapTotalBytes != null && $Object.hasOwnProperty.call(message, "swapTotalBytes") && (typeof message.swapTotalBytes === "object" ? message.swapTotalBytes.low || message.swapTotalBytes.high : message.swapTotalBytes !== 0))
                writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.swapTotalBytes);
            if (message.swapFreeBytes != null && $Object.hasOwnProperty.call(message, "swapFreeBytes") && (typeof message.swapFreeBytes === "object" ? message.swapFreeBytes.low || message.swapFreeBytes.high : message.swapFreeBytes !== 0))
                writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.swapFreeBytes);
            if (message.committedBytes != null && $Object.hasOwnProperty.call(message, "committedBytes") && (typeof message.committedBytes === "object" ? message.committedBytes.low || message.committedBytes.high : message.committedBytes !== 0))
                writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.committedBytes);
            if (message.kernelStackBytes != null && $Object.hasOwnProperty.call(message, "kernelStackBytes") && (typeof message.kernelStackBytes === "object" ? message.kernelStackBytes.low || message.kernelStackBytes.high : message.kernelStackBytes !== 0))
                writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.kernelStackBytes);
            if (message.pageTablesBytes != null && $Object.hasOwnProperty.call(message, "pageTablesBytes") && (typeof message.pageTablesBytes === "object" ? message.pageTablesBytes.low || message.pageTablesBytes.high : message.pageTablesBytes !== 0))
                writer.uint32(/* id 16, wireType 0 =*/128).uint64(message.pageTablesBytes);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Memory message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Memory
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Memory & cherub.Memory.$Shape} Memory
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Memory.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Memory();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.totalBytes = value;
                        else
                            delete message.totalBytes;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.freeBytes = value;
                        else
                            delete message.freeBytes;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.availableBytes = value;
                        else
                            delete message.availableBytes;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.buffersBytes = value;
                        else
                            delete message.buffersBytes;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.cachedBytes = value;
                        else
                            delete message.cachedBytes;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.anonymousBytes = value;
                        else
                            delete message.anonymousBytes;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sharedBytes = value;
                        else
                            delete message.sharedBytes;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.slabReclaimableBytes = value;
                        else
                            delete message.slabReclaimableBytes;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.slabUnreclaimableBytes = value;
                        else
                            delete message.slabUnreclaimableBytes;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.dirtyBytes = value;
                        else
                            delete message.dirtyBytes;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.writebackBytes = value;
                        else
                            delete message.writebackBytes;
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.swapTotalBytes = value;
                        else
                            delete message.swapTotalBytes;
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.swapFreeBytes = value;
                        else
                            delete message.swapFreeBytes;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.committedBytes = value;
                        else
                            delete message.committedBytes;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.kernelStackBytes = value;
                        else
                            delete message.kernelStackBytes;
                        continue;
                    }
                case 16: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.pageTablesBytes = value;
                        else
                            delete message.pageTablesBytes;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Memory;
    })();

    cherub.Pressure = (function() {

        /**
         * Properties of a Pressure.
         * @typedef {Object} cherub.Pressure.$Properties
         * @property {number|null} [avg10] Pressure avg10
         * @property {number|null} [avg60] Pressure avg60
         * @property {number|null} [avg300] Pressure avg300
         * @property {number|null} [totalUs] Pressure totalUs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Pressure.
         * @memberof cherub
         * @interface IPressure
         * @augments cherub.Pressure.$Properties
         * @deprecated Use cherub.Pressure.$Properties instead.
         */

        /**
         * Shape of a Pressure.
         * @typedef {cherub.Pressure.$Properties} cherub.Pressure.$Shape
         */

        /**
         * Constructs a new Pressure.
         * @memberof cherub
         * @classdesc Represents a Pressure.
         * @constructor
         * @param {cherub.Pressure.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Pressure = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Pressure avg10.
         * @member {number} avg10
         * @memberof cherub.Pressure
         * @instance
         */
        Pressure.prototype.avg10 = 0;

        /**
         * Pressure avg60.
         * @member {number} avg60
         * @memberof cherub.Pressure
         * @instance
         */
        Pressure.prototype.avg60 = 0;

        /**
         * Pressure avg300.
         * @member {number} avg300
         * @memberof cherub.Pressure
         * @instance
         */
        Pressure.prototype.avg300 = 0;

        /**
         * Pressure totalUs.
         * @member {number} totalUs
         * @memberof cherub.Pressure
         * @instance
         */
        Pressure.prototype.totalUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Pressure instance using the specified properties.
         * @function create
         * @memberof cherub.Pressure
         * @static
         * @param {cherub.Pressure.$Properties=} [properties] Properties to set
         * @returns {cherub.Pressure} Pressure instance
         * @type {{
         *   (properties: cherub.Pressure.$Shape): cherub.Pressure & cherub.Pressure.$Shape;
         *   (properties?: cherub.Pressure.$Properties): cherub.Pressure;
         * }}
         */
        Pressure.create = function(properties) {
            return new Pressure(properties);
        };

        /**
         * Encodes the specified Pressure message. Does not implicitly {@link cherub.Pressure.verify|verify} messages.
         * @function encode
         * @memberof cherub.Pressure
         * @static
         * @param {cherub.Pressure.$Properties} message Pressure message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Pressure.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.avg10 != null && $Object.hasOwnProperty.call(message, "avg10") && !$Object.is(message.avg10, 0))
                writer.uint32(/* id 1, wireType 5 =*/13).float(message.avg10);
            if (message.avg60 != null && $Object.hasOwnProperty.call(message, "avg60") && !$Object.is(message.avg60, 0))
                writer.uint32(/* id 2, wireType 5 =*/21).float(message.avg60);
            if (message.avg300 != null && $Object.hasOwnProperty.call(message, "avg300") && !$Object.is(message.avg300, 0))
                writer.uint32(/* id 3, wireType 5 =*/29).float(message.avg300);
            if (message.totalUs != null && $Object.hasOwnProperty.call(message, "totalUs") && (typeof message.totalUs === "object" ? message.totalUs.low || message.totalUs.high : message.totalUs !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.totalUs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Pressure message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Pressure
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Pressure & cherub.Pressure.$Shape} Pressure
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Pressure.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Pressure();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 5)
                            break;
                        if (!$Object.is(value = reader.float(), 0))
                            message.avg10 = value;
                        else
                            delete message.avg10;
                        continue;
                    }
                case 2: {
                        if (wireType !== 5)
                            break;
                        if (!$Object.is(value = reader.float(), 0))
                            message.avg60 = value;
                        else
                            delete message.avg60;
                        continue;
                    }
                case 3: {
                        if (wireType !== 5)
                            break;
                        if (!$Object.is(value = reader.float(), 0))
                            message.avg300 = value;
                        else
                            delete message.avg300;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.totalUs = value;
                        else
                            delete message.totalUs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Pressure;
    })();

    cherub.Vmstat = (function() {

        /**
         * Properties of a Vmstat.
         * @typedef {Object} cherub.Vmstat.$Properties
         * @property {number|null} [pageFaults] Vmstat pageFaults
         * @property {number|null} [majorFaults] Vmstat majorFaults
         * @property {number|null} [pagesSwappedIn] Vmstat pagesSwappedIn
         * @property {number|null} [pagesSwappedOut] Vmstat pagesSwappedOut
         * @property {number|null} [pagesInKib] Vmstat pagesInKib
         * @property {number|null} [pagesOutKib] Vmstat pagesOutKib
         * @property {number|null} [directReclaimScanned] Vmstat directReclaimScanned
         * @property {number|null} [kswapdScanned] Vmstat kswapdScanned
         * @property {number|null} [allocationStalls] Vmstat allocationStalls
         * @property {number|null} [oomKills] Vmstat oomKills
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Vmstat.
         * @memberof cherub
         * @interface IVmstat
         * @augments cherub.Vmstat.$Properties
         * @deprecated Use cherub.Vmstat.$Properties instead.
         */

        /**
         * Shape of a Vmstat.
         * @typedef {cherub.Vmstat.$Properties} cherub.Vmstat.$Shape
         */

        /**
         * Constructs a new Vmstat.
         * @memberof cherub
         * @classdesc Represents a Vmstat.
         * @constructor
         * @param {cherub.Vmstat.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Vmstat = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Vmstat pageFaults.
         * @member {number} pageFaults
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.pageFaults = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vmstat majorFaults.
         * @member {number} majorFaults
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.majorFaults = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vmstat pagesSwappedIn.
         * @member {number} pagesSwappedIn
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.pagesSwappedIn = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vmstat pagesSwappedOut.
         * @member {number} pagesSwappedOut
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.pagesSwappedOut = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vmstat pagesInKib.
         * @member {number} pagesInKib
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.pagesInKib = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vmstat pagesOutKib.
         * @member {number} pagesOutKib
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.pagesOutKib = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vmstat directReclaimScanned.
         * @member {number} directReclaimScanned
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.directReclaimScanned = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vmstat kswapdScanned.
         * @member {number} kswapdScanned
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.kswapdScanned = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vmstat allocationStalls.
         * @member {number} allocationStalls
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.allocationStalls = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vmstat oomKills.
         * @member {number} oomKills
         * @memberof cherub.Vmstat
         * @instance
         */
        Vmstat.prototype.oomKills = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Vmstat instance using the specified properties.
         * @function create
         * @memberof cherub.Vmstat
         * @static
         * @param {cherub.Vmstat.$Properties=} [properties] Properties to set
         * @returns {cherub.Vmstat} Vmstat instance
         * @type {{
         *   (properties: cherub.Vmstat.$Shape): cherub.Vmstat & cherub.Vmstat.$Shape;
         *   (properties?: cherub.Vmstat.$Properties): cherub.Vmstat;
         * }}
         */
        Vmstat.create = function(properties) {
            return new Vmstat(properties);
        };

        /**
         * Encodes the specified Vmstat message. Does not implicitly {@link cherub.Vmstat.verify|verify} messages.
         * @function encode
         * @memberof cherub.Vmstat
         * @static
         * @param {cherub.Vmstat.$Properties} message Vmstat message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Vmstat.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.pageFaults != null && $Object.hasOwnProperty.call(message, "pageFaults") && (typeof message.pageFaults === "object" ? message.pageFaults.low || message.pageFaults.high : message.pageFaults !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.pageFaults);
            if (message.majorFaults != null && $Object.hasOwnProperty.call(message, "majorFaults") && (typeof message.majorFaults === "object" ? message.majorFaults.low || message.majorFaults.high : message.majorFaults !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.majorFaults);
            if (message.pagesSwappedIn != null && $Object.hasOwnProperty.call(message, "pagesSwappedIn") && (typeof message.pagesSwappedIn === "object" ? message.pagesSwappedIn.low || message.pagesSwappedIn.high : message.pagesSwappedIn !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.pagesSwappedIn);
            if (message.pagesSwappedOut != null && $Object.hasOwnProperty.call(message, "pagesSwappedOut") && (typeof message.pagesSwappedOut === "object" ? message.pagesSwappedOut.low || message.pagesSwappedOut.high : message.pagesSwappedOut !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.pagesSwappedOut);
            if (message.pagesInKib != null && $Object.hasOwnProperty.call(message, "pagesInKib") && (typeof message.pagesInKib === "object" ? message.pagesInKib.low || message.pagesInKib.high : message.pagesInKib !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.pagesInKib);
            if (message.pagesOutKib != null && $Object.hasOwnProperty.call(message, "pagesOutKib") && (typeof message.pagesOutKib === "object" ? message.pagesOutKib.low || message.pagesOutKib.high : message.pagesOutKib !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.pagesOutKib);
            if (message.directReclaimScanned != null && $Object.hasOwnProperty.call(message, "directReclaimScanned") && (typeof message.directReclaimScanned === "object" ? message.directReclaimScanned.low || message.directReclaimScanned.high : message.directReclaimScanned !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.directReclaimScanned);
            if (message.kswapdScanned != null && $Object.hasOwnProperty.call(message, "kswapdScanned") && (typeof message.kswapdScanned === "object" ? message.kswapdScanned.low || message.kswapdScanned.high : message.kswapdScanned !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.kswapdScanned);
            if (message.allocationStalls != null && $Object.hasOwnProperty.call(message, "allocationStalls") && (typeof message.allocationStalls === "object" ? message.allocationStalls.low || message.allocationStalls.high : message.allocationStalls !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.allocationStalls);
            if (message.oomKills != null && $Object.hasOwnProperty.call(message, "oomKills") && (typeof message.oomKills === "object" ? message.oomKills.low || message.oomKills.high : message.oomKills !== 0))
                writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.oomKills);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Vmstat message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Vmstat
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Vmstat & cherub.Vmstat.$Shape} Vmstat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Vmstat.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Vmstat();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.pageFaults = value;
                        else
                            delete message.pageFaults;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.majorFaults = value;
                        else
                            delete message.majorFaults;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.pagesSwappedIn = value;
                        else
                            delete message.pagesSwappedIn;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.pagesSwappedOut = value;
                        else
                            delete message.pagesSwappedOut;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.pagesInKib = value;
                        else
                            delete message.pagesInKib;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.pagesOutKib = value;
                        else
                            delete message.pagesOutKib;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.directReclaimScanned = value;
                        else
                            delete message.directReclaimScanned;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.kswapdScanned = value;
                        else
                            delete message.kswapdScanned;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.allocationStalls = value;
                        else
                            delete message.allocationStalls;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.oomKills = value;
                        else
                            delete message.oomKills;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Vmstat;
    })();

    cherub.Disk = (function() {

        /**
         * Properties of a Disk.
         * @typedef {Object} cherub.Disk.$Properties
         * @property {string|null} [name] Disk name
         * @property {number|null} [reads] Disk reads
         * @property {number|null} [readBytes] Disk readBytes
         * @property {number|null} [writes] Disk writes
         * @property {number|null} [writtenBytes] Disk writtenBytes
         * @property {number|null} [inFlight] Disk inFlight
         * @property {number|null} [busyMs] Disk busyMs
         * @property {number|null} [weightedMs] Disk weightedMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Disk.
         * @memberof cherub
         * @interface IDisk
         * @augments cherub.Disk.$Properties
         * @deprecated Use cherub.Disk.$Properties instead.
         */

        /**
         * Shape of a Disk.
         * @typedef {cherub.Disk.$Properties} cherub.Disk.$Shape
         */

        /**
         * Constructs a new Disk.
         * @memberof cherub
         * @classdesc Represents a Disk.
         * @constructor
         * @param {cherub.Disk.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Disk = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Disk name.
         * @member {string} name
         * @memberof cherub.Disk
         * @instance
         */
        Disk.prototype.name = "";

        /**
         * Disk reads.
         * @member {number} reads
         * @memberof cherub.Disk
         * @instance
         */
        Disk.prototype.reads = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Disk readBytes.
         * @member {number} readBytes
         * @memberof cherub.Disk
         * @instance
         */
        Disk.prototype.readBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Disk writes.
         * @member {number} writes
         * @memberof cherub.Disk
         * @instance
         */
        Disk.prototype.writes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Disk writtenBytes.
         * @member {number} writtenBytes
         * @memberof cherub.Disk
         * @instance
         */
        Disk.prototype.writtenBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Disk inFlight.
         * @member {number} inFlight
         * @memberof cherub.Disk
         * @instance
         */
        Disk.prototype.inFlight = 0;

        /**
         * Disk busyMs.
         * @member {number} busyMs
         * @memberof cherub.Disk
         * @instance
         */
        Disk.prototype.busyMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Disk weightedMs.
         * @member {number} weightedMs
         * @memberof cherub.Disk
         * @instance
         */
        Disk.prototype.weightedMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Disk instance using the specified properties.
         * @function create
         * @memberof cherub.Disk
         * @static
         * @param {cherub.Disk.$Properties=} [properties] Properties to set
         * @returns {cherub.Disk} Disk instance
         * @type {{
         *   (properties: cherub.Disk.$Shape): cherub.Disk & cherub.Disk.$Shape;
         *   (properties?: cherub.Disk.$Properties): cherub.Disk;
         * }}
         */
        Disk.create = function(properties) {
            return new Disk(properties);
        };

        /**
         * Encodes the specified Disk message. Does not implicitly {@link cherub.Disk.verify|verify} messages.
         * @function encode
         * @memberof cherub.Disk
         * @static
         * @param {cherub.Disk.$Properties} message Disk message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Disk.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.reads != null && $Object.hasOwnProperty.call(message, "reads") && (typeof message.reads === "object" ? message.reads.low || message.reads.high : message.reads !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.reads);
            if (message.readBytes != null && $Object.hasOwnProperty.call(message, "readBytes") && (typeof message.readBytes === "object" ? message.readBytes.low || message.readBytes.high : message.readBytes !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.readBytes);
            if (message.writes != null && $Object.hasOwnProperty.call(message, "writes") && (typeof message.writes === "object" ? message.writes.low || message.writes.high : message.writes !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.writes);
            if (message.writtenBytes != null && $Object.hasOwnProperty.call(message, "writtenBytes") && (typeof message.writtenBytes === "object" ? message.writtenBytes.low || message.writtenBytes.high : message.writtenBytes !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.writtenBytes);
            if (message.inFlight != null && $Object.hasOwnProperty.call(message, "inFlight") && message.inFlight !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.inFlight);
            if (message.busyMs != null && $Object.hasOwnProperty.call(message, "busyMs") && (typeof message.busyMs === "object" ? message.busyMs.low || message.busyMs.high : message.busyMs !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.busyMs);
            if (message.weightedMs != null && $Object.hasOwnProperty.call(message, "weightedMs") && (typeof message.weightedMs === "object" ? message.weightedMs.low || message.weightedMs.high : message.weightedMs !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.weightedMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Disk message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Disk
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Disk & cherub.Disk.$Shape} Disk
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Disk.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Disk();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.reads = value;
                        else
                            delete message.reads;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.readBytes = value;
                        else
                            delete message.readBytes;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.writes = value;
                        else
                            delete message.writes;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.writtenBytes = value;
                        else
                            delete message.writtenBytes;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.inFlight = value;
                        else
                            delete message.inFlight;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.busyMs = value;
                        else
                            delete message.busyMs;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.weightedMs = value;
                        else
                            delete message.weightedMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Disk;
    })();

    cherub.Filesystem = (function() {

        /**
         * Properties of a Filesystem.
         * @typedef {Object} cherub.Filesystem.$Properties
         * @property {string|null} [mount] Filesystem mount
         * @property {string|null} [type] Filesystem type
         * @property {number|null} [totalBytes] Filesystem totalBytes
         * @property {number|null} [freeBytes] Filesystem freeBytes
         * @property {number|null} [availableBytes] Filesystem availableBytes
         * @property {number|null} [inodes] Filesystem inodes
         * @property {number|null} [inodesFree] Filesystem inodesFree
         * @property {boolean|null} [readOnly] Filesystem readOnly
         * @property {number|null} [staleMs] Filesystem staleMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Filesystem.
         * @memberof cherub
         * @interface IFilesystem
         * @augments cherub.Filesystem.$Properties
         * @deprecated Use cherub.Filesystem.$Properties instead.
         */

        /**
         * Shape of a Filesystem.
         * @typedef {cherub.Filesystem.$Properties} cherub.Filesystem.$Shape
         */

        /**
         * Constructs a new Filesystem.
         * @memberof cherub
         * @classdesc Represents a Filesystem.
         * @constructor
         * @param {cherub.Filesystem.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Filesystem = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Filesystem mount.
         * @member {string} mount
         * @memberof cherub.Filesystem
         * @instance
         */
        Filesystem.prototype.mount = "";

        /**
         * Filesystem type.
         * @member {string} type
         * @memberof cherub.Filesystem
         * @instance
         */
        Filesystem.prototype.type = "";

        /**
         * Filesystem totalBytes.
         * @member {number} totalBytes
         * @memberof cherub.Filesystem
         * @instance
         */
        Filesystem.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Filesystem freeBytes.
         * @member {number} freeBytes
         * @memberof cherub.Filesystem
         * @instance
         */
        Filesystem.prototype.freeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Filesystem availableBytes.
         * @member {number} availableBytes
         * @memberof cherub.Filesystem
         * @instance
         */
        Filesystem.prototype.availableBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Filesystem inodes.
         * @member {number} inodes
         * @memberof cherub.Filesystem
         * @instance
         */
        Filesystem.prototype.inodes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Filesystem inodesFree.
         * @member {number} inodesFree
         * @memberof cherub.Filesystem
         * @instance
         */
        Filesystem.prototype.inodesFree = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Filesystem readOnly.
         * @member {boolean} readOnly
         * @memberof cherub.Filesystem
         * @instance
         */
        Filesystem.prototype.readOnly = false;

        /**
         * Filesystem staleMs.
         * @member {number} staleMs
         * @memberof cherub.Filesystem
         * @instance
         */
        Filesystem.prototype.staleMs = 0;

        /**
         * Creates a new Filesystem instance using the specified properties.
         * @function create
         * @memberof cherub.Filesystem
         * @static
         * @param {cherub.Filesystem.$Properties=} [properties] Properties to set
         * @returns {cherub.Filesystem} Filesystem instance
         * @type {{
         *   (properties: cherub.Filesystem.$Shape): cherub.Filesystem & cherub.Filesystem.$Shape;
         *   (properties?: cherub.Filesystem.$Properties): cherub.Filesystem;
         * }}
         */
        Filesystem.create = function(properties) {
            return new Filesystem(properties);
        };

        /**
         * Encodes the specified Filesystem message. Does not implicitly {@link cherub.Filesystem.verify|verify} messages.
         * @function encode
         * @memberof cherub.Filesystem
         * @static
         * @param {cherub.Filesystem.$Properties} message Filesystem message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Filesystem.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.mount != null && $Object.hasOwnProperty.call(message, "mount") && message.mount !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.mount);
            if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.type);
            if (message.totalBytes != null && $Object.hasOwnProperty.call(message, "totalBytes") && (typeof message.totalBytes === "object" ? message.totalBytes.low || message.totalBytes.high : message.totalBytes !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.totalBytes);
            if (message.freeBytes != null && $Object.hasOwnProperty.call(message, "freeBytes") && (typeof message.freeBytes === "object" ? message.freeBytes.low || message.freeBytes.high : message.freeBytes !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.freeBytes);
            if (message.availableBytes != null && $Object.hasOwnProperty.call(message, "availableBytes") && (typeof message.availableBytes === "object" ? message.availableBytes.low || message.availableBytes.high : message.availableBytes !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.availableBytes);
            if (message.inodes != null && $Object.hasOwnProperty.call(message, "inodes") && (typeof message.inodes === "object" ? message.inodes.low || message.inodes.high : message.inodes !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.inodes);
            if (message.inodesFree != null && $Object.hasOwnProperty.call(message, "inodesFree") && (typeof message.inodesFree === "object" ? message.inodesFree.low || message.inodesFree.high : message.inodesFree !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.inodesFree);
            if (message.readOnly != null && $Object.hasOwnProperty.call(message, "readOnly") && message.readOnly !== false)
                writer.uint32(/* id 8, wireType 0 =*/64).bool(message.readOnly);
            if (message.staleMs != null && $Object.hasOwnProperty.call(message, "staleMs") && message.staleMs !== 0)
                writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.staleMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Filesystem message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Filesystem
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Filesystem & cherub.Filesystem.$Shape} Filesystem
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Filesystem.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Filesystem();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.mount = value;
                        else
                            delete message.mount;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.type = value;
                        else
                            delete message.type;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.totalBytes = value;
                        else
                            delete message.totalBytes;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.freeBytes = value;
                        else
                            delete message.freeBytes;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.availableBytes = value;
                        else
                            delete message.availableBytes;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.inodes = value;
                        else
                            delete message.inodes;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.inodesFree = value;
                        else
                            delete message.inodesFree;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.readOnly = value;
                        else
                            delete message.readOnly;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.staleMs = value;
                        else
                            delete message.staleMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Filesystem;
    })();

    cherub.Interface = (function() {

        /**
         * Properties of an Interface.
         * @typedef {Object} cherub.Interface.$Properties
         * @property {string|null} [name] Interface name
         * @property {number|null} [rxBytes] Interface rxBytes
         * @property {number|null} [rxPackets] Interface rxPackets
         * @property {number|null} [rxErrors] Interface rxErrors
         * @property {number|null} [rxDropped] Interface rxDropped
         * @property {number|null} [txBytes] Interface txBytes
         * @property {number|null} [txPackets] Interface txPackets
         * @property {number|null} [txErrors] Interface txErrors
         * @property {number|null} [txDropped] Interface txDropped
         * @property {boolean|null} [up] Interface up
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Interface.
         * @memberof cherub
         * @interface IInterface
         * @augments cherub.Interface.$Properties
         * @deprecated Use cherub.Interface.$Properties instead.
         */

        /**
         * Shape of an Interface.
         * @typedef {cherub.Interface.$Properties} cherub.Interface.$Shape
         */

        /**
         * Constructs a new Interface.
         * @memberof cherub
         * @classdesc Represents an Interface.
         * @constructor
         * @param {cherub.Interface.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Interface = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Interface name.
         * @member {string} name
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.name = "";

        /**
         * Interface rxBytes.
         * @member {number} rxBytes
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.rxBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Interface rxPackets.
         * @member {number} rxPackets
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.rxPackets = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Interface rxErrors.
         * @member {number} rxErrors
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.rxErrors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Interface rxDropped.
         * @member {number} rxDropped
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.rxDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Interface txBytes.
         * @member {number} txBytes
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.txBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Interface txPackets.
         * @member {number} txPackets
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.txPackets = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Interface txErrors.
         * @member {number} txErrors
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.txErrors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Interface txDropped.
         * @member {number} txDropped
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.txDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Interface up.
         * @member {boolean} up
         * @memberof cherub.Interface
         * @instance
         */
        Interface.prototype.up = false;

        /**
         * Creates a new Interface instance using the specified properties.
         * @function create
         * @memberof cherub.Interface
         * @static
         * @param {cherub.Interface.$Properties=} [properties] Properties to set
         * @returns {cherub.Interface} Interface instance
         * @type {{
         *   (properties: cherub.Interface.$Shape): cherub.Interface & cherub.Interface.$Shape;
         *   (properties?: cherub.Interface.$Properties): cherub.Interface;
         * }}
         */
        Interface.create = function(properties) {
            return new Interface(properties);
        };

        /**
         * Encodes the specified Interface message. Does not implicitly {@link cherub.Interface.verify|verify} messages.
         * @function encode
         * @memberof cherub.Interface
         * @static
         * @param {cherub.Interface.$Properties} message Interface message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Interface.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.rxBytes != null && $Object.hasOwnProperty.call(message, "rxBytes") && (typeof message.rxBytes === "object" ? message.rxBytes.low || message.rxBytes.high : message.rxBytes !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.rxBytes);
            if (message.rxPackets != null && $Object.hasOwnProperty.call(message, "rxPackets") && (typeof message.rxPackets === "object" ? message.rxPackets.low || message.rxPackets.high : message.rxPackets !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.rxPackets);
            if (message.rxErrors != null && $Object.hasOwnProperty.call(message, "rxErrors") && (typeof message.rxErrors === "object" ? message.rxErrors.low || message.rxErrors.high : message.rxErrors !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.rxErrors);
            if (message.rxDropped != null && $Object.hasOwnProperty.call(message, "rxDropped") && (typeof message.rxDropped === "object" ? message.rxDropped.low || message.rxDropped.high : message.rxDropped !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.rxDropped);
            if (message.txBytes != null && $Object.hasOwnProperty.call(message, "txBytes") && (typeof message.txBytes === "object" ? message.txBytes.low || message.txBytes.high : message.txBytes !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.txBytes);
            if (message.txPackets != null && $Object.hasOwnProperty.call(message, "txPackets") && (typeof message.txPackets === "object" ? message.txPackets.low || message.txPackets.high : message.txPackets !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.txPackets);
            if (message.txErrors != null && $Object.hasOwnProperty.call(message, "txErrors") && (typeof message.txErrors === "object" ? message.txErrors.low || message.txErrors.high : message.txErrors !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.txErrors);
            if (message.txDropped != null && $Object.hasOwnProperty.call(message, "txDropped") && (typeof message.txDropped === "object" ? message.txDropped.low || message.txDropped.high : message.txDropped !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.txDropped);
            if (message.up != null && $Object.hasOwnProperty.call(message, "up") && message.up !== false)
                writer.uint32(/* id 10, wireType 0 =*/80).bool(message.up);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Interface message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Interface
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Interface & cherub.Interface.$Shape} Interface
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Interface.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Interface();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.rxBytes = value;
                        else
                            delete message.rxBytes;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.rxPackets = value;
                        else
                            delete message.rxPackets;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.rxErrors = value;
                        else
                            delete message.rxErrors;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.rxDropped = value;
                        else
                            delete message.rxDropped;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.txBytes = value;
                        else
                            delete message.txBytes;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.txPackets = value;
                        else
                            delete message.txPackets;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.txErrors = value;
                        else
                            delete message.txErrors;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.txDropped = value;
                        else
                            delete message.txDropped;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.up = value;
                        else
                            delete message.up;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Interface;
    })();

    cherub.Process = (function() {

        /**
         * Properties of a Process.
         * @typedef {Object} cherub.Process.$Properties
         * @property {number|null} [pid] Process pid
         * @property {string|null} [comm] Process comm
         * @property {string|null} [state] Process state
         * @property {number|null} [cpuPermille] Process cpuPermille
         * @property {number|null} [residentBytes] Process residentBytes
         * @property {number|null} [threads] Process threads
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Process.
         * @memberof cherub
         * @interface IProcess
         * @augments cherub.Process.$Properties
         * @deprecated Use cherub.Process.$Properties instead.
         */

        /**
         * Shape of a Process.
         * @typedef {cherub.Process.$Properties} cherub.Process.$Shape
         */

        /**
         * Constructs a new Process.
         * @memberof cherub
         * @classdesc Represents a Process.
         * @constructor
         * @param {cherub.Process.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Process = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Process pid.
         * @member {number} pid
         * @memberof cherub.Process
         * @instance
         */
        Process.prototype.pid = 0;

        /**
         * Process comm.
         * @member {string} comm
         * @memberof cherub.Process
         * @instance
         */
        Process.prototype.comm = "";

        /**
         * Process state.
         * @member {string} state
         * @memberof cherub.Process
         * @instance
         */
        Process.prototype.state = "";

        /**
         * Process cpuPermille.
         * @member {number} cpuPermille
         * @memberof cherub.Process
         * @instance
         */
        Process.prototype.cpuPermille = 0;

        /**
         * Process residentBytes.
         * @member {number} residentBytes
         * @memberof cherub.Process
         * @instance
         */
        Process.prototype.residentBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Process threads.
         * @member {number} threads
         * @memberof cherub.Process
         * @instance
         */
        Process.prototype.threads = 0;

        /**
         * Creates a new Process instance using the specified properties.
         * @function create
         * @memberof cherub.Process
         * @static
         * @param {cherub.Process.$Properties=} [properties] Properties to set
         * @returns {cherub.Process} Process instance
         * @type {{
         *   (properties: cherub.Process.$Shape): cherub.Process & cherub.Process.$Shape;
         *   (properties?: cherub.Process.$Properties): cherub.Process;
         * }}
         */
        Process.create = function(properties) {
            return new Process(properties);
        };

        /**
         * Encodes the specified Process message. Does not implicitly {@link cherub.Process.verify|verify} messages.
         * @function encode
         * @memberof cherub.Process
         * @static
         * @param {cherub.Process.$Properties} message Process message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Process.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pid);
            if (message.comm != null && $Object.hasOwnProperty.call(message, "comm") && message.comm !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.comm);
            if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.state);
            if (message.cpuPermille != null && $Object.hasOwnProperty.call(message, "cpuPermille") && message.cpuPermille !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.cpuPermille);
            if (message.residentBytes != null && $Object.hasOwnProperty.call(message, "residentBytes") && (typeof message.residentBytes === "object" ? message.residentBytes.low || message.residentBytes.high : message.residentBytes !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.residentBytes);
            if (message.threads != null && $Object.hasOwnProperty.call(message, "threads") && message.threads !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.threads);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Process message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Process
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Process & cherub.Process.$Shape} Process
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Process.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Process();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.pid = value;
                        else
                            delete message.pid;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.comm = value;
                        else
                            delete message.comm;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.state = value;
                        else
                            delete message.state;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.cpuPermille = value;
                        else
                            delete message.cpuPermille;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.residentBytes = value;
                        else
                            delete message.residentBytes;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.threads = value;
                        else
                            delete message.threads;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Process;
    })();

    cherub.BlockedTask = (function() {

        /**
         * Properties of a BlockedTask.
         * @typedef {Object} cherub.BlockedTask.$Properties
         * @property {number|null} [pid] BlockedTask pid
         * @property {string|null} [comm] BlockedTask comm
         * @property {string|null} [wchan] BlockedTask wchan
         * @property {Array.<string>|null} [stack] BlockedTask stack
         * @property {number|null} [seenMs] BlockedTask seenMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a BlockedTask.
         * @memberof cherub
         * @interface IBlockedTask
         * @augments cherub.BlockedTask.$Properties
         * @deprecated Use cherub.BlockedTask.$Properties instead.
         */

        /**
         * Shape of a BlockedTask.
         * @typedef {cherub.BlockedTask.$Properties} cherub.BlockedTask.$Shape
         */

        /**
         * Constructs a new BlockedTask.
         * @memberof cherub
         * @classdesc Represents a BlockedTask.
         * @constructor
         * @param {cherub.BlockedTask.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const BlockedTask = function (properties) {
            this.stack = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * BlockedTask pid.
         * @member {number} pid
         * @memberof cherub.BlockedTask
         * @instance
         */
        BlockedTask.prototype.pid = 0;

        /**
         * BlockedTask comm.
         * @member {string} comm
         * @memberof cherub.BlockedTask
         * @instance
         */
        BlockedTask.prototype.comm = "";

        /**
         * BlockedTask wchan.
         * @member {string} wchan
         * @memberof cherub.BlockedTask
         * @instance
         */
        BlockedTask.prototype.wchan = "";

        /**
         * BlockedTask stack.
         * @member {Array.<string>} stack
         * @memberof cherub.BlockedTask
         * @instance
         */
        BlockedTask.prototype.stack = $util.emptyArray;

        /**
         * BlockedTask seenMs.
         * @member {number} seenMs
         * @memberof cherub.BlockedTask
         * @instance
         */
        BlockedTask.prototype.seenMs = 0;

        /**
         * Creates a new BlockedTask instance using the specified properties.
         * @function create
         * @memberof cherub.BlockedTask
         * @static
         * @param {cherub.BlockedTask.$Properties=} [properties] Properties to set
         * @returns {cherub.BlockedTask} BlockedTask instance
         * @type {{
         *   (properties: cherub.BlockedTask.$Shape): cherub.BlockedTask & cherub.BlockedTask.$Shape;
         *   (properties?: cherub.BlockedTask.$Properties): cherub.BlockedTask;
         * }}
         */
        BlockedTask.create = function(properties) {
            return new BlockedTask(properties);
        };

        /**
         * Encodes the specified BlockedTask message. Does not implicitly {@link cherub.BlockedTask.verify|verify} messages.
         * @function encode
         * @memberof cherub.BlockedTask
         * @static
         * @param {cherub.BlockedTask.$Properties} message BlockedTask message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        BlockedTask.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pid);
            if (message.comm != null && $Object.hasOwnProperty.call(message, "comm") && message.comm !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.comm);
            if (message.wchan != null && $Object.hasOwnProperty.call(message, "wchan") && message.wchan !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.wchan);
            if (message.stack != null && message.stack.length)
                for (let i = 0; i < message.stack.length; ++i)
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.stack[i]);
            if (message.seenMs != null && $Object.hasOwnProperty.call(message, "seenMs") && message.seenMs !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.seenMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a BlockedTask message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.BlockedTask
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.BlockedTask & cherub.BlockedTask.$Shape} BlockedTask
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        BlockedTask.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.BlockedTask();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.pid = value;
                        else
                            delete message.pid;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.comm = value;
                        else
                            delete message.comm;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.wchan = value;
                        else
                            delete message.wchan;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.stack && message.stack.length))
                            message.stack = [];
                        message.stack.push(reader.stringVerify());
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.seenMs = value;
                        else
                            delete message.seenMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return BlockedTask;
    })();

    cherub.FailedUnit = (function() {

        /**
         * Properties of a FailedUnit.
         * @typedef {Object} cherub.FailedUnit.$Properties
         * @property {string|null} [name] FailedUnit name
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FailedUnit.
         * @memberof cherub
         * @interface IFailedUnit
         * @augments cherub.FailedUnit.$Properties
         * @deprecated Use cherub.FailedUnit.$Properties instead.
         */

        /**
         * Shape of a FailedUnit.
         * @typedef {cherub.FailedUnit.$Properties} cherub.FailedUnit.$Shape
         */

        /**
         * Constructs a new FailedUnit.
         * @memberof cherub
         * @classdesc Represents a FailedUnit.
         * @constructor
         * @param {cherub.FailedUnit.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FailedUnit = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FailedUnit name.
         * @member {string} name
         * @memberof cherub.FailedUnit
         * @instance
         */
        FailedUnit.prototype.name = "";

        /**
         * Creates a new FailedUnit instance using the specified properties.
         * @function create
         * @memberof cherub.FailedUnit
         * @static
         * @param {cherub.FailedUnit.$Properties=} [properties] Properties to set
         * @returns {cherub.FailedUnit} FailedUnit instance
         * @type {{
         *   (properties: cherub.FailedUnit.$Shape): cherub.FailedUnit & cherub.FailedUnit.$Shape;
         *   (properties?: cherub.FailedUnit.$Properties): cherub.FailedUnit;
         * }}
         */
        FailedUnit.create = function(properties) {
            return new FailedUnit(properties);
        };

        /**
         * Encodes the specified FailedUnit message. Does not implicitly {@link cherub.FailedUnit.verify|verify} messages.
         * @function encode
         * @memberof cherub.FailedUnit
         * @static
         * @param {cherub.FailedUnit.$Properties} message FailedUnit message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FailedUnit.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a FailedUnit message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.FailedUnit
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.FailedUnit & cherub.FailedUnit.$Shape} FailedUnit
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FailedUnit.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.FailedUnit();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return FailedUnit;
    })();

    cherub.KernelMessage = (function() {

        /**
         * Properties of a KernelMessage.
         * @typedef {Object} cherub.KernelMessage.$Properties
         * @property {number|null} [sequence] KernelMessage sequence
         * @property {number|null} [monotonicUs] KernelMessage monotonicUs
         * @property {number|null} [priority] KernelMessage priority
         * @property {string|null} [text] KernelMessage text
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KernelMessage.
         * @memberof cherub
         * @interface IKernelMessage
         * @augments cherub.KernelMessage.$Properties
         * @deprecated Use cherub.KernelMessage.$Properties instead.
         */

        /**
         * Shape of a KernelMessage.
         * @typedef {cherub.KernelMessage.$Properties} cherub.KernelMessage.$Shape
         */

        /**
         * Constructs a new KernelMessage.
         * @memberof cherub
         * @classdesc Represents a KernelMessage.
         * @constructor
         * @param {cherub.KernelMessage.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KernelMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KernelMessage sequence.
         * @member {number} sequence
         * @memberof cherub.KernelMessage
         * @instance
         */
        KernelMessage.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * KernelMessage monotonicUs.
         * @member {number} monotonicUs
         * @memberof cherub.KernelMessage
         * @instance
         */
        KernelMessage.prototype.monotonicUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * KernelMessage priority.
         * @member {number} priority
         * @memberof cherub.KernelMessage
         * @instance
         */
        KernelMessage.prototype.priority = 0;

        /**
         * KernelMessage text.
         * @member {string} text
         * @memberof cherub.KernelMessage
         * @instance
         */
        KernelMessage.prototype.text = "";

        /**
         * Creates a new KernelMessage instance using the specified properties.
         * @function create
         * @memberof cherub.KernelMessage
         * @static
         * @param {cherub.KernelMessage.$Properties=} [properties] Properties to set
         * @returns {cherub.KernelMessage} KernelMessage instance
         * @type {{
         *   (properties: cherub.KernelMessage.$Shape): cherub.KernelMessage & cherub.KernelMessage.$Shape;
         *   (properties?: cherub.KernelMessage.$Properties): cherub.KernelMessage;
         * }}
         */
        KernelMessage.create = function(properties) {
            return new KernelMessage(properties);
        };

        /**
         * Encodes the specified KernelMessage message. Does not implicitly {@link cherub.KernelMessage.verify|verify} messages.
         * @function encode
         * @memberof cherub.KernelMessage
         * @static
         * @param {cherub.KernelMessage.$Properties} message KernelMessage message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KernelMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.sequence);
            if (message.monotonicUs != null && $Object.hasOwnProperty.call(message, "monotonicUs") && (typeof message.monotonicUs === "object" ? message.monotonicUs.low || message.monotonicUs.high : message.monotonicUs !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.monotonicUs);
            if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.priority);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.text);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a KernelMessage message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.KernelMessage
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.KernelMessage & cherub.KernelMessage.$Shape} KernelMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KernelMessage.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.KernelMessage();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.monotonicUs = value;
                        else
                            delete message.monotonicUs;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.priority = value;
                        else
                            delete message.priority;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return KernelMessage;
    })();

    /**
     * Outcome enum.
     * @name cherub.Outcome
     * @enum {number}
     * @property {number} OUTCOME_UNSPECIFIED=0 OUTCOME_UNSPECIFIED value
     * @property {number} OUTCOME_OK=1 OUTCOME_OK value
     * @property {number} OUTCOME_FAILED=2 OUTCOME_FAILED value
     * @property {number} OUTCOME_UNKNOWN=3 OUTCOME_UNKNOWN value
     */
    cherub.Outcome = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "OUTCOME_UNSPECIFIED"] = 0;
        values[valuesById[1] = "OUTCOME_OK"] = 1;
        values[valuesById[2] = "OUTCOME_FAILED"] = 2;
        values[valuesById[3] = "OUTCOME_UNKNOWN"] = 3;
        return values;
    })();

    cherub.CheckResult = (function() {

        /**
         * Properties of a CheckResult.
         * @typedef {Object} cherub.CheckResult.$Properties
         * @property {string|null} [name] CheckResult name
         * @property {cherub.Outcome|null} [outcome] CheckResult outcome
         * @property {string|null} [message] CheckResult message
         * @property {number|null} [ageMs] CheckResult ageMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CheckResult.
         * @memberof cherub
         * @interface ICheckResult
         * @augments cherub.CheckResult.$Properties
         * @deprecated Use cherub.CheckResult.$Properties instead.
         */

        /**
         * Shape of a CheckResult.
         * @typedef {cherub.CheckResult.$Properties} cherub.CheckResult.$Shape
         */

        /**
         * Constructs a new CheckResult.
         * @memberof cherub
         * @classdesc Represents a CheckResult.
         * @constructor
         * @param {cherub.CheckResult.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CheckResult = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CheckResult name.
         * @member {string} name
         * @memberof cherub.CheckResult
         * @instance
         */
        CheckResult.prototype.name = "";

        /**
         * CheckResult outcome.
         * @member {cherub.Outcome} outcome
         * @memberof cherub.CheckResult
         * @instance
         */
        CheckResult.prototype.outcome = 0;

        /**
         * CheckResult message.
         * @member {string} message
         * @memberof cherub.CheckResult
         * @instance
         */
        CheckResult.prototype.message = "";

        /**
         * CheckResult ageMs.
         * @member {number} ageMs
         * @memberof cherub.CheckResult
         * @instance
         */
        CheckResult.prototype.ageMs = 0;

        /**
         * Creates a new CheckResult instance using the specified properties.
         * @function create
         * @memberof cherub.CheckResult
         * @static
         * @param {cherub.CheckResult.$Properties=} [properties] Properties to set
         * @returns {cherub.CheckResult} CheckResult instance
         * @type {{
         *   (properties: cherub.CheckResult.$Shape): cherub.CheckResult & cherub.CheckResult.$Shape;
         *   (properties?: cherub.CheckResult.$Properties): cherub.CheckResult;
         * }}
         */
        CheckResult.create = function(properties) {
            return new CheckResult(properties);
        };

        /**
         * Encodes the specified CheckResult message. Does not implicitly {@link cherub.CheckResult.verify|verify} messages.
         * @function encode
         * @memberof cherub.CheckResult
         * @static
         * @param {cherub.CheckResult.$Properties} message CheckResult message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CheckResult.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.outcome);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
            if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs") && message.ageMs !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.ageMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a CheckResult message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.CheckResult
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.CheckResult & cherub.CheckResult.$Shape} CheckResult
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CheckResult.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.CheckResult();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.outcome = value;
                        else
                            delete message.outcome;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ageMs = value;
                        else
                            delete message.ageMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CheckResult;
    })();

    cherub.AgentCounters = (function() {

        /**
         * Properties of an AgentCounters.
         * @typedef {Object} cherub.AgentCounters.$Properties
         * @property {number|null} [beats] AgentCounters beats
         * @property {number|null} [beatsFailed] AgentCounters beatsFailed
         * @property {number|null} [beatsDirect] AgentCounters beatsDirect
         * @property {number|null} [snapshots] AgentCounters snapshots
         * @property {number|null} [recordsWritten] AgentCounters recordsWritten
         * @property {number|null} [recordsDropped] AgentCounters recordsDropped
         * @property {number|null} [recorderErrors] AgentCounters recorderErrors
         * @property {number|null} [framesReceived] AgentCounters framesReceived
         * @property {number|null} [framesSent] AgentCounters framesSent
         * @property {number|null} [framesInvalid] AgentCounters framesInvalid
         * @property {number|null} [framesDropped] AgentCounters framesDropped
         * @property {number|null} [requests] AgentCounters requests
         * @property {number|null} [mailboxRequests] AgentCounters mailboxRequests
         * @property {number|null} [mailboxInvalid] AgentCounters mailboxInvalid
         * @property {number|null} [configRejected] AgentCounters configRejected
         * @property {number|null} [missedSnapshots] AgentCounters missedSnapshots
         * @property {number|null} [residentBytes] AgentCounters residentBytes
         * @property {number|null} [cpuMs] AgentCounters cpuMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AgentCounters.
         * @memberof cherub
         * @interface IAgentCounters
         * @augments cherub.AgentCounters.$Properties
         * @deprecated Use cherub.AgentCounters.$Properties instead.
         */

        /**
         * Shape of an AgentCounters.
         * @typedef {cherub.AgentCounters.$Properties} cherub.AgentCounters.$Shape
         */

        /**
         * Constructs a new AgentCounters.
         * @memberof cherub
         * @classdesc Represents an AgentCounters.
         * @constructor
         * @param {cherub.AgentCounters.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AgentCounters = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AgentCounters beats.
         * @member {number} beats
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.beats = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters beatsFailed.
         * @member {number} beatsFailed
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.beatsFailed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters beatsDirect.
         * @member {number} beatsDirect
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.beatsDirect = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters snapshots.
         * @member {number} snapshots
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.snapshots = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters recordsWritten.
         * @member {number} recordsWritten
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.recordsWritten = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters recordsDropped.
         * @member {number} recordsDropped
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.recordsDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters recorderErrors.
         * @member {number} recorderErrors
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.recorderErrors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters framesReceived.
         * @member {number} framesReceived
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.framesReceived = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters framesSent.
         * @member {number} framesSent
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.framesSent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters framesInvalid.
         * @member {number} framesInvalid
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.framesInvalid = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters framesDropped.
         * @member {number} framesDropped
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.framesDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters requests.
         * @member {number} requests
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.requests = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters mailboxRequests.
         * @member {number} mailboxRequests
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.mailboxRequests = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters mailboxInvalid.
         * @member {number} mailboxInvalid
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.mailboxInvalid = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters configRejected.
         * @member {number} configRejected
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.configRejected = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters missedSnapshots.
         * @member {number} missedSnapshots
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.missedSnapshots = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters residentBytes.
         * @member {number} residentBytes
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.residentBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AgentCounters cpuMs.
         * @member {number} cpuMs
         * @memberof cherub.AgentCounters
         * @instance
         */
        AgentCounters.prototype.cpuMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new AgentCounters instance using the specified properties.
         * @function create
         * @memberof cherub.AgentCounters
         * @static
         * @param {cherub.AgentCounters.$Properties=} [properties] Properties to set
         * @returns {cherub.AgentCounters} AgentCounters instance
         * @type {{
         *   (properties: cherub.AgentCounters.$Shape): cherub.AgentCounters & cherub.AgentCounters.$Shape;
         *   (properties?: cherub.AgentCounters.$Properties): cherub.AgentCounters;
         * }}
         */
        AgentCounters.create = function(properties) {
            return new AgentCounters(properties);
        };

        /**
         * Encodes the specified AgentCounters message. Does not implicitly {@link cherub.AgentCounters.verify|verify} messages.
         * @function encode
         * @memberof cherub.AgentCounters
         * @static
         * @param {cherub.AgentCounters.$Properties} message AgentCounters message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AgentCounters.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.beats != null && $Object.hasOwnProperty.call(message, "beats") && (typeof message.beats === "object" ? message.beats.low || message.beats.high : message.beats !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.beats);
            if (message.beatsFailed != null && $Object.hasOwnProperty.call(message, "beatsFailed") && (typeof message.beatsFailed === "object" ? message.beatsFailed.low || message.beatsFailed.high : message.beatsFailed !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.beatsFailed);
            if (message.beatsDirect != null && $Object.hasOwnProperty.call(message, "beatsDirect") && (typeof message.beatsDirect === "object" ? message.beatsDirect.low || message.beatsDirect.high : message.beatsDirect !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.beatsDirect);
            if (message.snapshots != null && $Object.hasOwnProperty.call(message, "snapshots") && (typeof message.snapshots === "object" ? message.snapshots.low || message.snapshots.high : message.snapshots !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.snapshots);
            if (message.recordsWritten != null && $Object.hasOwnProperty.call(message, "recordsWritten") && (typeof message.recordsWritten === "object" ? message.recordsWritten.low || message.recordsWritten.high : message.recordsWritten !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.recordsWritten);
            if (message.recordsDropped != null && $Object.hasOwnProperty.call(message, "recordsDropped") && (typeof message.recordsDropped === "object" ? message.recordsDropped.low || message.recordsDropped.high : message.recordsDropped !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.recordsDropped);
            if (message.recorderErrors != null && $Object.hasOwnProperty.call(message, "recorderErrors") && (typeof message.recorderErrors === "object" ? message.recorderErrors.low || message.recorderErrors.high : message.recorderErrors !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.recorderErrors);
            if (message.framesReceived != null && $Object.hasOwnProperty.call(message, "framesReceived") && (typeof message.framesReceived === "object" ? message.framesReceived.low || message.framesReceived.high : message.framesReceived !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.framesReceived);
            if (message.framesSent != null && $Object.hasOwnProperty.call(message, "framesSent") && (typeof message.framesSent === "object" ? message.framesSent.low || message.framesSent.high : message.framesSent !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.framesSent);
            if (message.framesInvalid != null && $Object.hasOwnProperty.call(message, "framesInvalid") && (typeof message.framesInvalid === "object" ? message.framesInvalid.low || message.framesInvalid.high : message.framesInvalid !== 0))
                writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.framesInvalid);
            if (message.framesDropped != null && $Object.hasOwnProperty.call(message, "framesDropped") && (typeof message.framesDropped === "object" ? message.framesDropped.low || message.framesDropped.high : message.framesDropped !== 0))
                writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.framesDropped);
            if (message.requests != null && $Object.hasOwnProperty.call(message, "requests") && (typeof message.requests === "object" ? message.requests.low || message.requests.high : message.requests !== 0))
                writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.requests);
            if (message.mailboxRequests != null && $Object.hasOwnProperty.call(message, "mailboxRequests") && (typeof message.mailboxRequests === "object" ? message.mailboxRequests.low || message.mailboxRequests.high : message.mailboxRequests !== 0))
                writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.mailboxRequests);
            if (message.mailboxInvalid != null && $Object.hasOwnProperty.call(message, "mailboxInvalid") && (typeof message.mailboxInvalid === "object" ? message.mailboxInvalid.low || message.mailboxInvalid.high : message.mailboxInvalid !== 0))
                writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.mailboxInvalid);
            if (message.configRejected != null && $Object.hasOwnProperty.call(message, "configRejected") && (typeof message.configRejected === "object" ? message.configRejected.low || message.configRejected.high : message.configRejected !== 0))
                writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.configRejected);
            if (message.missedSnapshots != null && $Object.hasOwnProperty.call(message, "missedSnapshots") && (typeof message.missedSnapshots === "object" ? message.missedSnapshots.low || message.missedSnapshots.high : message.missedSnapshots !== 0))
                writer.uint32(/* id 16, wireType 0 =*/128).uint64(message.missedSnapshots);
            if (message.residentBytes != null && $Object.hasOwnProperty.call(message, "residentBytes") && (typeof message.residentBytes === "object" ? message.residentBytes.low || message.residentBytes.high : message.residentBytes !== 0))
                writer.uint32(/* id 17, wireType 0 =*/136).uint64(message.residentBytes);
            if (message.cpuMs != null && $Object.hasOwnProperty.call(message, "cpuMs") && (typeof message.cpuMs === "object" ? message.cpuMs.low || message.cpuMs.high : message.cpuMs !== 0))
                writer.uint32(/* id 18, wireType 0 =*/144).uint64(message.cpuMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AgentCounters message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.AgentCounters
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.AgentCounters & cherub.AgentCounters.$Shape} AgentCounters
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AgentCounters.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.AgentCounters();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.beats = value;
                        else
                            delete message.beats;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.beatsFailed = value;
                        else
                            delete message.beatsFailed;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.beatsDirect = value;
                        else
                            delete message.beatsDirect;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.snapshots = value;
                        else
                            delete message.snapshots;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.recordsWritten = value;
                        else
                            delete message.recordsWritten;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.recordsDropped = value;
                        else
                            delete message.recordsDropped;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.recorderErrors = value;
                        else
                            delete message.recorderErrors;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.framesReceived = value;
                        else
                            delete message.framesReceived;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.framesSent = value;
                        else
                            delete message.framesSent;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.framesInvalid = value;
                        else
                            delete message.framesInvalid;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.framesDropped = value;
                        else
                            delete message.framesDropped;
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.requests = value;
                        else
                            delete message.requests;
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.mailboxRequests = value;
                        else
                            delete message.mailboxRequests;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.mailboxInvalid = value;
                        else
                            delete message.mailboxInvalid;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.configRejected = value;
                        else
                            delete message.configRejected;
                        continue;
                    }
                case 16: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.missedSnapshots = value;
                        else
                            delete message.missedSnapshots;
                        continue;
                    }
                case 17: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.residentBytes = value;
                        else
                            delete message.residentBytes;
                        continue;
                    }
                case 18: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.cpuMs = value;
                        else
                            delete message.cpuMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return AgentCounters;
    })();

    cherub.Inventory = (function() {

        /**
         * Properties of an Inventory.
         * @typedef {Object} cherub.Inventory.$Properties
         * @property {string|null} [kernelRelease] Inventory kernelRelease
         * @property {string|null} [kernelVersion] Inventory kernelVersion
         * @property {string|null} [kernelBuildId] Inventory kernelBuildId
         * @property {string|null} [kernelTextAddress] Inventory kernelTextAddress
         * @property {string|null} [kernelCommandLine] Inventory kernelCommandLine
         * @property {string|null} [machine] Inventory machine
         * @property {Array.<cherub.Console.$Properties>|null} [consoles] Inventory consoles
         * @property {cherub.Capability.$Properties|null} [sysrq] Inventory sysrq
         * @property {Array.<cherub.Capability.$Properties>|null} [capabilities] Inventory capabilities
         * @property {string|null} [osId] Inventory osId
         * @property {string|null} [osVersion] Inventory osVersion
         * @property {string|null} [osPrettyName] Inventory osPrettyName
         * @property {string|null} [hostname] Inventory hostname
         * @property {string|null} [init] Inventory init
         * @property {string|null} [syslog] Inventory syslog
         * @property {string|null} [hypervisor] Inventory hypervisor
         * @property {string|null} [systemVendor] Inventory systemVendor
         * @property {string|null} [systemModel] Inventory systemModel
         * @property {string|null} [cpuModel] Inventory cpuModel
         * @property {number|null} [cpuCount] Inventory cpuCount
         * @property {Array.<cherub.NamedAddress.$Properties>|null} [addresses] Inventory addresses
         * @property {Array.<string>|null} [pending] Inventory pending
         * @property {number|null} [takenWallUs] Inventory takenWallUs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Inventory.
         * @memberof cherub
         * @interface IInventory
         * @augments cherub.Inventory.$Properties
         * @deprecated Use cherub.Inventory.$Properties instead.
         */

        /**
         * Shape of an Inventory.
         * @typedef {cherub.Inventory.$Properties} cherub.Inventory.$Shape
         */

        /**
         * Constructs a new Inventory.
         * @memberof cherub
         * @classdesc Represents an Inventory.
         * @constructor
         * @param {cherub.Inventory.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Inventory = function (properties) {
            this.consoles = [];
            this.capabilities = [];
            this.addresses = [];
            this.pending = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Inventory kernelRelease.
         * @member {string} kernelRelease
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.kernelRelease = "";

        /**
         * Inventory kernelVersion.
         * @member {string} kernelVersion
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.kernelVersion = "";

        /**
         * Inventory kernelBuildId.
         * @member {string} kernelBuildId
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.kernelBuildId = "";

        /**
         * Inventory kernelTextAddress.
         * @member {string} kernelTextAddress
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.kernelTextAddress = "";

        /**
         * Inventory kernelCommandLine.
         * @member {string} kernelCommandLine
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.kernelCommandLine = "";

        /**
         * Inventory machine.
         * @member {string} machine
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.machine = "";

        /**
         * Inventory consoles.
         * @member {Array.<cherub.Console.$Properties>} consoles
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.consoles = $util.emptyArray;

        /**
         * Inventory sysrq.
         * @member {cherub.Capability.$Properties|null|undefined} sysrq
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.sysrq = null;

        /**
         * Inventory capabilities.
         * @member {Array.<cherub.Capability.$Properties>} capabilities
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.capabilities = $util.emptyArray;

        /**
         * Inventory osId.
         * @member {string} osId
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.osId = "";

        /**
         * Inventory osVersion.
         * @member {string} osVersion
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.osVersion = "";

        /**
         * Inventory osPrettyName.
         * @member {string} osPrettyName
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.osPrettyName = "";

        /**
         * Inventory hostname.
         * @member {string} hostname
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.hostname = "";

        /**
         * Inventory init.
         * @member {string} init
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.init = "";

        /**
         * Inventory syslog.
         * @member {string} syslog
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.syslog = "";

        /**
         * Inventory hypervisor.
         * @member {string} hypervisor
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.hypervisor = "";

        /**
         * Inventory systemVendor.
         * @member {string} systemVendor
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.systemVendor = "";

        /**
         * Inventory systemModel.
         * @member {string} systemModel
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.systemModel = "";

        /**
         * Inventory cpuModel.
         * @member {string} cpuModel
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.cpuModel = "";

        /**
         * Inventory cpuCount.
         * @member {number} cpuCount
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.cpuCount = 0;

        /**
         * Inventory addresses.
         * @member {Array.<cherub.NamedAddress.$Properties>} addresses
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.addresses = $util.emptyArray;

        /**
         * Inventory pending.
         * @member {Array.<string>} pending
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.pending = $util.emptyArray;

        /**
         * Inventory takenWallUs.
         * @member {number} takenWallUs
         * @memberof cherub.Inventory
         * @instance
         */
        Inventory.prototype.takenWallUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Inventory instance using the specified properties.
         * @function create
         * @memberof cherub.Inventory
         * @static
         * @param {cherub.Inventory.$Properties=} [properties] Properties to set
         * @returns {cherub.Inventory} Inventory instance
         * @type {{
         *   (properties: cherub.Inventory.$Shape): cherub.Inventory & cherub.Inventory.$Shape;
         *   (properties?: cherub.Inventory.$Properties): cherub.Inventory;
         * }}
         */
        Inventory.create = function(properties) {
            return new Inventory(properties);
        };

        /**
         * Encodes the specified Inventory message. Does not implicitly {@link cherub.Inventory.verify|verify} messages.
         * @function encode
         * @memberof cherub.Inventory
         * @static
         * @param {cherub.Inventory.$Properties} message Inventory message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Inventory.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.kernelRelease != null && $Object.hasOwnProperty.call(message, "kernelRelease") && message.kernelRelease !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.kernelRelease);
            if (message.kernelVersion != null && $Object.hasOwnProperty.call(message, "kernelVersion") && message.kernelVersion !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.kernelVersion);
            if (message.kernelBuildId != null && $Object.hasOwnProperty.call(message, "kernelBuildId") && message.kernelBuildId !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.kernelBuildId);
            if (message.kernelTextAddress != null && $Object.hasOwnProperty.call(message, "kernelTextAddress") && message.kernelTextAddress !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.kernelTextAddress);
            if (message.kernelCommandLine != null && $Object.hasOwnProperty.call(message, "kernelCommandLine") && message.kernelCommandLine !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.kernelCommandLine);
            if (message.machine != null && $Object.hasOwnProperty.call(message, "machine") && message.machine !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.machine);
            if (message.consoles != null && message.consoles.length)
                for (let i = 0; i < message.consoles.length; ++i)
                    $root.cherub.Console.encode(message.consoles[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.sysrq != null && $Object.hasOwnProperty.call(message, "sysrq"))
                $root.cherub.Capability.encode(message.sysrq, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.capabilities != null && message.capabilities.length)
                for (let i = 0; i < message.capabilities.length; ++i)
                    $root.cherub.Capability.encode(message.capabilities[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.osId != null && $Object.hasOwnProperty.call(message, "osId") && message.osId !== "")
                writer.uint32(/* id 10, wireType 2 =*/82).string(message.osId);
            if (message.osVersion != null && $Object.hasOwnProperty.call(message, "osVersion") && message.osVersion !== "")
                writer.uint32(/* id 11, wireType 2 =*/90).string(message.osVersion);
            if (message.osPrettyName != null && $Object.hasOwnProperty.call(message, "osPrettyName") && message.osPrettyName !== "")
                writer.uint32(/* id 12, wireType 2 =*/98).string(message.osPrettyName);
            if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname") && message.hostname !== "")
                writer.uint32(/* id 13, wireType 2 =*/106).string(message.hostname);
            if (message.init != null && $Object.hasOwnProperty.call(message, "init") && message.init !== "")
                writer.uint32(/* id 14, wireType 2 =*/114).string(message.init);
            if (message.syslog != null && $Object.hasOwnProperty.call(message, "syslog") && message.syslog !== "")
                writer.uint32(/* id 15, wireType 2 =*/122).string(message.syslog);
            if (message.hypervisor != null && $Object.hasOwnProperty.call(message, "hypervisor") && message.hypervisor !== "")
                writer.uint32(/* id 16, wireType 2 =*/130).string(message.hypervisor);
            if (message.systemVendor != null && $Object.hasOwnProperty.call(message, "systemVendor") && message.systemVendor !== "")
                writer.uint32(/* id 17, wireType 2 =*/138).string(message.systemVendor);
            if (message.systemModel != null && $Object.hasOwnProperty.call(message, "systemModel") && message.systemModel !== "")
                writer.uint32(/* id 18, wireType 2 =*/146).string(message.systemModel);
            if (message.cpuModel != null && $Object.hasOwnProperty.call(message, "cpuModel") && message.cpuModel !== "")
                writer.uint32(/* id 19, wireType 2 =*/154).string(message.cpuModel);
            if (message.cpuCount != null && $Object.hasOwnProperty.call(message, "cpuCount") && message.cpuCount !== 0)
                writer.uint32(/* id 20, wireType 0 =*/160).uint32(message.cpuCount);
            if (message.addresses != null && message.addresses.length)
                for (let i = 0; i < message.addresses.length; ++i)
                    $root.cherub.NamedAddress.encode(message.addresses[i], writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
            if (message.pending != null && message.pending.length)
                for (let i = 0; i < message.pending.length; ++i)
                    writer.uint32(/* id 22, wireType 2 =*/178).string(message.pending[i]);
            if (message.takenWallUs != null && $Object.hasOwnProperty.call(message, "takenWallUs") && (typeof message.takenWallUs === "object" ? message.takenWallUs.low || message.takenWallUs.high : message.takenWallUs !== 0))
                writer.uint32(/* id 23, wireType 0 =*/184).uint64(message.takenWallUs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Inventory message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Inventory
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Inventory & cherub.Inventory.$Shape} Inventory
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Inventory.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Inventory();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.kernelRelease = value;
                        else
                            delete message.kernelRelease;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.kernelVersion = value;
                        else
                            delete message.kernelVersion;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.kernelBuildId = value;
                        else
                            delete message.kernelBuildId;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.kernelTextAddress = value;
                        else
                            delete message.kernelTextAddress;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.kernelCommandLine = value;
                        else
                            delete message.kernelCommandLine;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.machine = value;
                        else
                            delete message.machine;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.consoles && message.consoles.length))
                            message.consoles = [];
                        message.consoles.push($root.cherub.Console.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.sysrq = $root.cherub.Capability.decode(reader, reader.size(), $undefined, _depth + 1, message.sysrq);
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if (!(message.capabilities && message.capabilities.length))
                            message.capabilities = [];
                        message.capabilities.push($root.cherub.Capability.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.osId = value;
                        else
                            delete message.osId;
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.osVersion = value;
                        else
                            delete message.osVersion;
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.osPrettyName = value;
                        else
                            delete message.osPrettyName;
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.hostname = value;
                        else
                            delete message.hostname;
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.init = value;
                        else
                            delete message.init;
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.syslog = value;
                        else
                            delete message.syslog;
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.hypervisor = value;
                        else
                            delete message.hypervisor;
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.systemVendor = value;
                        else
                            delete message.systemVendor;
                        continue;
                    }
                case 18: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.systemModel = value;
                        else
                            delete message.systemModel;
                        continue;
                    }
                case 19: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.cpuModel = value;
                        else
                            delete message.cpuModel;
                        continue;
                    }
                case 20: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.cpuCount = value;
                        else
                            delete message.cpuCount;
                        continue;
                    }
                case 21: {
                        if (wireType !== 2)
                            break;
                        if (!(message.addresses && message.addresses.length))
                            message.addresses = [];
                        message.addresses.push($root.cherub.NamedAddress.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 22: {
                        if (wireType !== 2)
                            break;
                        if (!(message.pending && message.pending.length))
                            message.pending = [];
                        message.pending.push(reader.stringVerify());
                        continue;
                    }
                case 23: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.takenWallUs = value;
                        else
                            delete message.takenWallUs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Inventory;
    })();

    cherub.Console = (function() {

        /**
         * Properties of a Console.
         * @typedef {Object} cherub.Console.$Properties
         * @property {string|null} [name] Console name
         * @property {boolean|null} [enabled] Console enabled
         * @property {boolean|null} [preferred] Console preferred
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Console.
         * @memberof cherub
         * @interface IConsole
         * @augments cherub.Console.$Properties
         * @deprecated Use cherub.Console.$Properties instead.
         */

        /**
         * Shape of a Console.
         * @typedef {cherub.Console.$Properties} cherub.Console.$Shape
         */

        /**
         * Constructs a new Console.
         * @memberof cherub
         * @classdesc Represents a Console.
         * @constructor
         * @param {cherub.Console.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Console = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Console name.
         * @member {string} name
         * @memberof cherub.Console
         * @instance
         */
        Console.prototype.name = "";

        /**
         * Console enabled.
         * @member {boolean} enabled
         * @memberof cherub.Console
         * @instance
         */
        Console.prototype.enabled = false;

        /**
         * Console preferred.
         * @member {boolean} preferred
         * @memberof cherub.Console
         * @instance
         */
        Console.prototype.preferred = false;

        /**
         * Creates a new Console instance using the specified properties.
         * @function create
         * @memberof cherub.Console
         * @static
         * @param {cherub.Console.$Properties=} [properties] Properties to set
         * @returns {cherub.Console} Console instance
         * @type {{
         *   (properties: cherub.Console.$Shape): cherub.Console & cherub.Console.$Shape;
         *   (properties?: cherub.Console.$Properties): cherub.Console;
         * }}
         */
        Console.create = function(properties) {
            return new Console(properties);
        };

        /**
         * Encodes the specified Console message. Does not implicitly {@link cherub.Console.verify|verify} messages.
         * @function encode
         * @memberof cherub.Console
         * @static
         * @param {cherub.Console.$Properties} message Console message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Console.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled") && message.enabled !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.enabled);
            if (message.preferred != null && $Object.hasOwnProperty.call(message, "preferred") && message.preferred !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.preferred);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Console message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Console
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Console & cherub.Console.$Shape} Console
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Console.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Console();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.enabled = value;
                        else
                            delete message.enabled;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.preferred = value;
                        else
                            delete message.preferred;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Console;
    })();

    cherub.Capability = (function() {

        /**
         * Properties of a Capability.
         * @typedef {Object} cherub.Capability.$Properties
         * @property {string|null} [name] Capability name
         * @property {cherub.Outcome|null} [available] Capability available
         * @property {string|null} [value] Capability value
         * @property {string|null} [reason] Capability reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Capability.
         * @memberof cherub
         * @interface ICapability
         * @augments cherub.Capability.$Properties
         * @deprecated Use cherub.Capability.$Properties instead.
         */

        /**
         * Shape of a Capability.
         * @typedef {cherub.Capability.$Properties} cherub.Capability.$Shape
         */

        /**
         * Constructs a new Capability.
         * @memberof cherub
         * @classdesc Represents a Capability.
         * @constructor
         * @param {cherub.Capability.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Capability = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Capability name.
         * @member {string} name
         * @memberof cherub.Capability
         * @instance
         */
        Capability.prototype.name = "";

        /**
         * Capability available.
         * @member {cherub.Outcome} available
         * @memberof cherub.Capability
         * @instance
         */
        Capability.prototype.available = 0;

        /**
         * Capability value.
         * @member {string} value
         * @memberof cherub.Capability
         * @instance
         */
        Capability.prototype.value = "";

        /**
         * Capability reason.
         * @member {string} reason
         * @memberof cherub.Capability
         * @instance
         */
        Capability.prototype.reason = "";

        /**
         * Creates a new Capability instance using the specified properties.
         * @function create
         * @memberof cherub.Capability
         * @static
         * @param {cherub.Capability.$Properties=} [properties] Properties to set
         * @returns {cherub.Capability} Capability instance
         * @type {{
         *   (properties: cherub.Capability.$Shape): cherub.Capability & cherub.Capability.$Shape;
         *   (properties?: cherub.Capability.$Properties): cherub.Capability;
         * }}
         */
        Capability.create = function(properties) {
            return new Capability(properties);
        };

        /**
         * Encodes the specified Capability message. Does not implicitly {@link cherub.Capability.verify|verify} messages.
         * @function encode
         * @memberof cherub.Capability
         * @static
         * @param {cherub.Capability.$Properties} message Capability message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Capability.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.available != null && $Object.hasOwnProperty.call(message, "available") && message.available !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.available);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.value);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Capability message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Capability
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Capability & cherub.Capability.$Shape} Capability
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Capability.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Capability();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.available = value;
                        else
                            delete message.available;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.value = value;
                        else
                            delete message.value;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Capability;
    })();

    cherub.NamedAddress = (function() {

        /**
         * Properties of a NamedAddress.
         * @typedef {Object} cherub.NamedAddress.$Properties
         * @property {string|null} ["interface"] NamedAddress interface
         * @property {string|null} [address] NamedAddress address
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NamedAddress.
         * @memberof cherub
         * @interface INamedAddress
         * @augments cherub.NamedAddress.$Properties
         * @deprecated Use cherub.NamedAddress.$Properties instead.
         */

        /**
         * Shape of a NamedAddress.
         * @typedef {cherub.NamedAddress.$Properties} cherub.NamedAddress.$Shape
         */

        /**
         * Constructs a new NamedAddress.
         * @memberof cherub
         * @classdesc Represents a NamedAddress.
         * @constructor
         * @param {cherub.NamedAddress.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NamedAddress = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NamedAddress interface.
         * @member {string} interface
         * @memberof cherub.NamedAddress
         * @instance
         */
        NamedAddress.prototype["interface"] = "";

        /**
         * NamedAddress address.
         * @member {string} address
         * @memberof cherub.NamedAddress
         * @instance
         */
        NamedAddress.prototype.address = "";

        /**
         * Creates a new NamedAddress instance using the specified properties.
         * @function create
         * @memberof cherub.NamedAddress
         * @static
         * @param {cherub.NamedAddress.$Properties=} [properties] Properties to set
         * @returns {cherub.NamedAddress} NamedAddress instance
         * @type {{
         *   (properties: cherub.NamedAddress.$Shape): cherub.NamedAddress & cherub.NamedAddress.$Shape;
         *   (properties?: cherub.NamedAddress.$Properties): cherub.NamedAddress;
         * }}
         */
        NamedAddress.create = function(properties) {
            return new NamedAddress(properties);
        };

        /**
         * Encodes the specified NamedAddress message. Does not implicitly {@link cherub.NamedAddress.verify|verify} messages.
         * @function encode
         * @memberof cherub.NamedAddress
         * @static
         * @param {cherub.NamedAddress.$Properties} message NamedAddress message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NamedAddress.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface") && message["interface"] !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message["interface"]);
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a NamedAddress message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.NamedAddress
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.NamedAddress & cherub.NamedAddress.$Shape} NamedAddress
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NamedAddress.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.NamedAddress();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message["interface"] = value;
                        else
                            delete message["interface"];
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.address = value;
                        else
                            delete message.address;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return NamedAddress;
    })();

    cherub.Hello = (function() {

        /**
         * Properties of a Hello.
         * @typedef {Object} cherub.Hello.$Properties
         * @property {Uint8Array|null} [bootId] Hello bootId
         * @property {number|null} [runId] Hello runId
         * @property {string|null} [agentVersion] Hello agentVersion
         * @property {cherub.Build|null} [build] Hello build
         * @property {string|null} [app] Hello app
         * @property {number|null} [protocolVersion] Hello protocolVersion
         * @property {Array.<string>|null} [requests] Hello requests
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Hello.
         * @memberof cherub
         * @interface IHello
         * @augments cherub.Hello.$Properties
         * @deprecated Use cherub.Hello.$Properties instead.
         */

        /**
         * Shape of a Hello.
         * @typedef {cherub.Hello.$Properties} cherub.Hello.$Shape
         */

        /**
         * Constructs a new Hello.
         * @memberof cherub
         * @classdesc Represents a Hello.
         * @constructor
         * @param {cherub.Hello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Hello = function (properties) {
            this.requests = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Hello bootId.
         * @member {Uint8Array} bootId
         * @memberof cherub.Hello
         * @instance
         */
        Hello.prototype.bootId = $util.newBuffer([]);

        /**
         * Hello runId.
         * @member {number} runId
         * @memberof cherub.Hello
         * @instance
         */
        Hello.prototype.runId = 0;

        /**
         * Hello agentVersion.
         * @member {string} agentVersion
         * @memberof cherub.Hello
         * @instance
         */
        Hello.prototype.agentVersion = "";

        /**
         * Hello build.
         * @member {cherub.Build} build
         * @memberof cherub.Hello
         * @instance
         */
        Hello.prototype.build = 0;

        /**
         * Hello app.
         * @member {string} app
         * @memberof cherub.Hello
         * @instance
         */
        Hello.prototype.app = "";

        /**
         * Hello protocolVersion.
         * @member {number} protocolVersion
         * @memberof cherub.Hello
         * @instance
         */
        Hello.prototype.protocolVersion = 0;

        /**
         * Hello requests.
         * @member {Array.<string>} requests
         * @memberof cherub.Hello
         * @instance
         */
        Hello.prototype.requests = $util.emptyArray;

        /**
         * Creates a new Hello instance using the specified properties.
         * @function create
         * @memberof cherub.Hello
         * @static
         * @param {cherub.Hello.$Properties=} [properties] Properties to set
         * @returns {cherub.Hello} Hello instance
         * @type {{
         *   (properties: cherub.Hello.$Shape): cherub.Hello & cherub.Hello.$Shape;
         *   (properties?: cherub.Hello.$Properties): cherub.Hello;
         * }}
         */
        Hello.create = function(properties) {
            return new Hello(properties);
        };

        /**
         * Encodes the specified Hello message. Does not implicitly {@link cherub.Hello.verify|verify} messages.
         * @function encode
         * @memberof cherub.Hello
         * @static
         * @param {cherub.Hello.$Properties} message Hello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Hello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.bootId);
            if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.runId);
            if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion") && message.agentVersion !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.agentVersion);
            if (message.build != null && $Object.hasOwnProperty.call(message, "build") && message.build !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).int32(message.build);
            if (message.app != null && $Object.hasOwnProperty.call(message, "app") && message.app !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.app);
            if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.protocolVersion);
            if (message.requests != null && message.requests.length)
                for (let i = 0; i < message.requests.length; ++i)
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.requests[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Hello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Hello & cherub.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Hello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Hello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.bootId = value;
                        else
                            delete message.bootId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.runId = value;
                        else
                            delete message.runId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.agentVersion = value;
                        else
                            delete message.agentVersion;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.build = value;
                        else
                            delete message.build;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.app = value;
                        else
                            delete message.app;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.protocolVersion = value;
                        else
                            delete message.protocolVersion;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.requests && message.requests.length))
                            message.requests = [];
                        message.requests.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Hello;
    })();

    cherub.Request = (function() {

        /**
         * Properties of a Request.
         * @typedef {Object} cherub.Request.$Properties
         * @property {number|null} [id] Request id
         * @property {number|null} [deadlineMs] Request deadlineMs
         * @property {cherub.Ping.$Properties|null} [ping] Request ping
         * @property {cherub.GetHello.$Properties|null} [hello] Request hello
         * @property {cherub.GetSnapshot.$Properties|null} [snapshot] Request snapshot
         * @property {cherub.GetInventory.$Properties|null} [inventory] Request inventory
         * @property {cherub.GetCounters.$Properties|null} [counters] Request counters
         * @property {cherub.RunSysrq.$Properties|null} [sysrq] Request sysrq
         * @property {cherub.GetCheck.$Properties|null} [check] Request check
         * @property {"ping"|"hello"|"snapshot"|"inventory"|"counters"|"sysrq"|"check"} [body] Request body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Request.
         * @memberof cherub
         * @interface IRequest
         * @augments cherub.Request.$Properties
         * @deprecated Use cherub.Request.$Properties instead.
         */

        /**
         * Narrowed shape of a Request.
         * @typedef {{
         *   id?: number|null;
         *   deadlineMs?: number|null;
         *   ping?: cherub.Ping.$Shape|null;
         *   hello?: cherub.GetHello.$Shape|null;
         *   snapshot?: cherub.GetSnapshot.$Shape|null;
         *   inventory?: cherub.GetInventory.$Shape|null;
         *   counters?: cherub.GetCounters.$Shape|null;
         *   sysrq?: cherub.RunSysrq.$Shape|null;
         *   check?: cherub.GetCheck.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; ping?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "ping"; ping: cherub.Ping.$Shape; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "hello"; ping?: null; hello: cherub.GetHello.$Shape; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "snapshot"; ping?: null; hello?: null; snapshot: cherub.GetSnapshot.$Shape; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "inventory"; ping?: null; hello?: null; snapshot?: null; inventory: cherub.GetInventory.$Shape; counters?: null; sysrq?: null; check?: null }|{ body?: "counters"; ping?: null; hello?: null; snapshot?: null; inventory?: null; counters: cherub.GetCounters.$Shape; sysrq?: null; check?: null }|{ body?: "sysrq"; ping?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq: cherub.RunSysrq.$Shape; check?: null }|{ body?: "check"; ping?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check: cherub.GetCheck.$Shape })
         * )} cherub.Request.$Shape
         */

        /**
         * Constructs a new Request.
         * @memberof cherub
         * @classdesc Represents a Request.
         * @constructor
         * @param {cherub.Request.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Request = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Request id.
         * @member {number} id
         * @memberof cherub.Request
         * @instance
         */
        Request.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Request deadlineMs.
         * @member {number} deadlineMs
         * @memberof cherub.Request
         * @instance
         */
        Request.prototype.deadlineMs = 0;

        /**
         * Request ping.
         * @member {cherub.Ping.$Properties|null|undefined} ping
         * @memberof cherub.Request
         * @instance
         */
        Request.prototype.ping = null;

        /**
         * Request hello.
         * @member {cherub.GetHello.$Properties|null|undefined} hello
         * @memberof cherub.Request
         * @instance
         */
        Request.prototype.hello = null;

        /**
         * Request snapshot.
         * @member {cherub.GetSnapshot.$Properties|null|undefined} snapshot
         * @memberof cherub.Request
         * @instance
         */
        Request.prototype.snapshot = null;

        /**
         * Request inventory.
         * @member {cherub.GetInventory.$Properties|null|undefined} inventory
         * @memberof cherub.Request
         * @instance
         */
        Request.prototype.inventory = null;

        /**
         * Request counters.
         * @member {cherub.GetCounters.$Properties|null|undefined} counters
         * @memberof cherub.Request
         * @instance
         */
        Request.prototype.counters = null;

        /**
         * Request sysrq.
         * @member {cherub.RunSysrq.$Properties|null|undefined} sysrq
         * @memberof cherub.Request
         * @instance
         */
        Request.prototype.sysrq = null;

        /**
         * Request check.
         * @member {cherub.GetCheck.$Properties|null|undefined} check
         * @memberof cherub.Request
         * @instance
         */
        Request.prototype.check = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Request body.
         * @member {"ping"|"hello"|"snapshot"|"inventory"|"counters"|"sysrq"|"check"|undefined} body
         * @memberof cherub.Request
         * @instance
         */
        $Object.defineProperty(Request.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["ping", "hello", "snapshot", "inventory", "counters", "sysrq", "check"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Request instance using the specified properties.
         * @function create
         * @memberof cherub.Request
         * @static
         * @param {cherub.Request.$Properties=} [properties] Properties to set
         * @returns {cherub.Request} Request instance
         * @type {{
         *   (properties: cherub.Request.$Shape): cherub.Request & cherub.Request.$Shape;
         *   (properties?: cherub.Request.$Properties): cherub.Request;
         * }}
         */
        Request.create = function(properties) {
            return new Request(properties);
        };

        /**
         * Encodes the specified Request message. Does not implicitly {@link cherub.Request.verify|verify} messages.
         * @function encode
         * @memberof cherub.Request
         * @static
         * @param {cherub.Request.$Properties} message Request message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Request.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
            if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && message.deadlineMs !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.deadlineMs);
            if (message.ping != null && $Object.hasOwnProperty.call(message, "ping"))
                $root.cherub.Ping.encode(message.ping, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                $root.cherub.GetHello.encode(message.hello, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                $root.cherub.GetSnapshot.encode(message.snapshot, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.inventory != null && $Object.hasOwnProperty.call(message, "inventory"))
                $root.cherub.GetInventory.encode(message.inventory, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.counters != null && $Object.hasOwnProperty.call(message, "counters"))
                $root.cherub.GetCounters.encode(message.counters, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.sysrq != null && $Object.hasOwnProperty.call(message, "sysrq"))
                $root.cherub.RunSysrq.encode(message.sysrq, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.check != null && $Object.hasOwnProperty.call(message, "check"))
                $root.cherub.GetCheck.encode(message.check, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Request message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Request
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Request & cherub.Request.$Shape} Request
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Request.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Request();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.deadlineMs = value;
                        else
                            delete message.deadlineMs;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.ping = $root.cherub.Ping.decode(reader, reader.size(), $undefined, _depth + 1, message.ping);
                        message.body = "ping";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.hello = $root.cherub.GetHello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                        message.body = "hello";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.snapshot = $root.cherub.GetSnapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                        message.body = "snapshot";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.inventory = $root.cherub.GetInventory.decode(reader, reader.size(), $undefined, _depth + 1, message.inventory);
                        message.body = "inventory";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.counters = $root.cherub.GetCounters.decode(reader, reader.size(), $undefined, _depth + 1, message.counters);
                        message.body = "counters";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.sysrq = $root.cherub.RunSysrq.decode(reader, reader.size(), $undefined, _depth + 1, message.sysrq);
                        message.body = "sysrq";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.check = $root.cherub.GetCheck.decode(reader, reader.size(), $undefined, _depth + 1, message.check);
                        message.body = "check";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Request;
    })();

    cherub.Ping = (function() {

        /**
         * Properties of a Ping.
         * @typedef {Object} cherub.Ping.$Properties
         * @property {Uint8Array|null} [payload] Ping payload
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Ping.
         * @memberof cherub
         * @interface IPing
         * @augments cherub.Ping.$Properties
         * @deprecated Use cherub.Ping.$Properties instead.
         */

        /**
         * Shape of a Ping.
         * @typedef {cherub.Ping.$Properties} cherub.Ping.$Shape
         */

        /**
         * Constructs a new Ping.
         * @memberof cherub
         * @classdesc Represents a Ping.
         * @constructor
         * @param {cherub.Ping.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Ping = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Ping payload.
         * @member {Uint8Array} payload
         * @memberof cherub.Ping
         * @instance
         */
        Ping.prototype.payload = $util.newBuffer([]);

        /**
         * Creates a new Ping instance using the specified properties.
         * @function create
         * @memberof cherub.Ping
         * @static
         * @param {cherub.Ping.$Properties=} [properties] Properties to set
         * @returns {cherub.Ping} Ping instance
         * @type {{
         *   (properties: cherub.Ping.$Shape): cherub.Ping & cherub.Ping.$Shape;
         *   (properties?: cherub.Ping.$Properties): cherub.Ping;
         * }}
         */
        Ping.create = function(properties) {
            return new Ping(properties);
        };

        /**
         * Encodes the specified Ping message. Does not implicitly {@link cherub.Ping.verify|verify} messages.
         * @function encode
         * @memberof cherub.Ping
         * @static
         * @param {cherub.Ping.$Properties} message Ping message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Ping.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.payload);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Ping message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Ping
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Ping & cherub.Ping.$Shape} Ping
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Ping.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Ping();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.payload = value;
                        else
                            delete message.payload;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Ping;
    })();

    cherub.GetHello = (function() {

        /**
         * Properties of a GetHello.
         * @typedef {Object} cherub.GetHello.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GetHello.
         * @memberof cherub
         * @interface IGetHello
         * @augments cherub.GetHello.$Properties
         * @deprecated Use cherub.GetHello.$Properties instead.
         */

        /**
         * Shape of a GetHello.
         * @typedef {cherub.GetHello.$Properties} cherub.GetHello.$Shape
         */

        /**
         * Constructs a new GetHello.
         * @memberof cherub
         * @classdesc Represents a GetHello.
         * @constructor
         * @param {cherub.GetHello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GetHello = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new GetHello instance using the specified properties.
         * @function create
         * @memberof cherub.GetHello
         * @static
         * @param {cherub.GetHello.$Properties=} [properties] Properties to set
         * @returns {cherub.GetHello} GetHello instance
         * @type {{
         *   (properties: cherub.GetHello.$Shape): cherub.GetHello & cherub.GetHello.$Shape;
         *   (properties?: cherub.GetHello.$Properties): cherub.GetHello;
         * }}
         */
        GetHello.create = function(properties) {
            return new GetHello(properties);
        };

        /**
         * Encodes the specified GetHello message. Does not implicitly {@link cherub.GetHello.verify|verify} messages.
         * @function encode
         * @memberof cherub.GetHello
         * @static
         * @param {cherub.GetHello.$Properties} message GetHello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GetHello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GetHello message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.GetHello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.GetHello & cherub.GetHello.$Shape} GetHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GetHello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.GetHello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GetHello;
    })();

    cherub.GetSnapshot = (function() {

        /**
         * Properties of a GetSnapshot.
         * @typedef {Object} cherub.GetSnapshot.$Properties
         * @property {boolean|null} [fresh] GetSnapshot fresh
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GetSnapshot.
         * @memberof cherub
         * @interface IGetSnapshot
         * @augments cherub.GetSnapshot.$Properties
         * @deprecated Use cherub.GetSnapshot.$Properties instead.
         */

        /**
         * Shape of a GetSnapshot.
         * @typedef {cherub.GetSnapshot.$Properties} cherub.GetSnapshot.$Shape
         */

        /**
         * Constructs a new GetSnapshot.
         * @memberof cherub
         * @classdesc Represents a GetSnapshot.
         * @constructor
         * @param {cherub.GetSnapshot.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GetSnapshot = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GetSnapshot fresh.
         * @member {boolean} fresh
         * @memberof cherub.GetSnapshot
         * @instance
         */
        GetSnapshot.prototype.fresh = false;

        /**
         * Creates a new GetSnapshot instance using the specified properties.
         * @function create
         * @memberof cherub.GetSnapshot
         * @static
         * @param {cherub.GetSnapshot.$Properties=} [properties] Properties to set
         * @returns {cherub.GetSnapshot} GetSnapshot instance
         * @type {{
         *   (properties: cherub.GetSnapshot.$Shape): cherub.GetSnapshot & cherub.GetSnapshot.$Shape;
         *   (properties?: cherub.GetSnapshot.$Properties): cherub.GetSnapshot;
         * }}
         */
        GetSnapshot.create = function(properties) {
            return new GetSnapshot(properties);
        };

        /**
         * Encodes the specified GetSnapshot message. Does not implicitly {@link cherub.GetSnapshot.verify|verify} messages.
         * @function encode
         * @memberof cherub.GetSnapshot
         * @static
         * @param {cherub.GetSnapshot.$Properties} message GetSnapshot message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GetSnapshot.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.fresh != null && $Object.hasOwnProperty.call(message, "fresh") && message.fresh !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.fresh);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GetSnapshot message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.GetSnapshot
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.GetSnapshot & cherub.GetSnapshot.$Shape} GetSnapshot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GetSnapshot.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.GetSnapshot();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.fresh = value;
                        else
                            delete message.fresh;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GetSnapshot;
    })();

    cherub.GetInventory = (function() {

        /**
         * Properties of a GetInventory.
         * @typedef {Object} cherub.GetInventory.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GetInventory.
         * @memberof cherub
         * @interface IGetInventory
         * @augments cherub.GetInventory.$Properties
         * @deprecated Use cherub.GetInventory.$Properties instead.
         */

        /**
         * Shape of a GetInventory.
         * @typedef {cherub.GetInventory.$Properties} cherub.GetInventory.$Shape
         */

        /**
         * Constructs a new GetInventory.
         * @memberof cherub
         * @classdesc Represents a GetInventory.
         * @constructor
         * @param {cherub.GetInventory.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GetInventory = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new GetInventory instance using the specified properties.
         * @function create
         * @memberof cherub.GetInventory
         * @static
         * @param {cherub.GetInventory.$Properties=} [properties] Properties to set
         * @returns {cherub.GetInventory} GetInventory instance
         * @type {{
         *   (properties: cherub.GetInventory.$Shape): cherub.GetInventory & cherub.GetInventory.$Shape;
         *   (properties?: cherub.GetInventory.$Properties): cherub.GetInventory;
         * }}
         */
        GetInventory.create = function(properties) {
            return new GetInventory(properties);
        };

        /**
         * Encodes the specified GetInventory message. Does not implicitly {@link cherub.GetInventory.verify|verify} messages.
         * @function encode
         * @memberof cherub.GetInventory
         * @static
         * @param {cherub.GetInventory.$Properties} message GetInventory message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GetInventory.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GetInventory message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.GetInventory
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.GetInventory & cherub.GetInventory.$Shape} GetInventory
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GetInventory.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.GetInventory();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GetInventory;
    })();

    cherub.GetCounters = (function() {

        /**
         * Properties of a GetCounters.
         * @typedef {Object} cherub.GetCounters.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GetCounters.
         * @memberof cherub
         * @interface IGetCounters
         * @augments cherub.GetCounters.$Properties
         * @deprecated Use cherub.GetCounters.$Properties instead.
         */

        /**
         * Shape of a GetCounters.
         * @typedef {cherub.GetCounters.$Properties} cherub.GetCounters.$Shape
         */

        /**
         * Constructs a new GetCounters.
         * @memberof cherub
         * @classdesc Represents a GetCounters.
         * @constructor
         * @param {cherub.GetCounters.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GetCounters = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new GetCounters instance using the specified properties.
         * @function create
         * @memberof cherub.GetCounters
         * @static
         * @param {cherub.GetCounters.$Properties=} [properties] Properties to set
         * @returns {cherub.GetCounters} GetCounters instance
         * @type {{
         *   (properties: cherub.GetCounters.$Shape): cherub.GetCounters & cherub.GetCounters.$Shape;
         *   (properties?: cherub.GetCounters.$Properties): cherub.GetCounters;
         * }}
         */
        GetCounters.create = function(properties) {
            return new GetCounters(properties);
        };

        /**
         * Encodes the specified GetCounters message. Does not implicitly {@link cherub.GetCounters.verify|verify} messages.
         * @function encode
         * @memberof cherub.GetCounters
         * @static
         * @param {cherub.GetCounters.$Properties} message GetCounters message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GetCounters.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GetCounters message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.GetCounters
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.GetCounters & cherub.GetCounters.$Shape} GetCounters
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GetCounters.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.GetCounters();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GetCounters;
    })();

    cherub.RunSysrq = (function() {

        /**
         * Properties of a RunSysrq.
         * @typedef {Object} cherub.RunSysrq.$Properties
         * @property {string|null} [key] RunSysrq key
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RunSysrq.
         * @memberof cherub
         * @interface IRunSysrq
         * @augments cherub.RunSysrq.$Properties
         * @deprecated Use cherub.RunSysrq.$Properties instead.
         */

        /**
         * Shape of a RunSysrq.
         * @typedef {cherub.RunSysrq.$Properties} cherub.RunSysrq.$Shape
         */

        /**
         * Constructs a new RunSysrq.
         * @memberof cherub
         * @classdesc Represents a RunSysrq.
         * @constructor
         * @param {cherub.RunSysrq.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RunSysrq = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RunSysrq key.
         * @member {string} key
         * @memberof cherub.RunSysrq
         * @instance
         */
        RunSysrq.prototype.key = "";

        /**
         * Creates a new RunSysrq instance using the specified properties.
         * @function create
         * @memberof cherub.RunSysrq
         * @static
         * @param {cherub.RunSysrq.$Properties=} [properties] Properties to set
         * @returns {cherub.RunSysrq} RunSysrq instance
         * @type {{
         *   (properties: cherub.RunSysrq.$Shape): cherub.RunSysrq & cherub.RunSysrq.$Shape;
         *   (properties?: cherub.RunSysrq.$Properties): cherub.RunSysrq;
         * }}
         */
        RunSysrq.create = function(properties) {
            return new RunSysrq(properties);
        };

        /**
         * Encodes the specified RunSysrq message. Does not implicitly {@link cherub.RunSysrq.verify|verify} messages.
         * @function encode
         * @memberof cherub.RunSysrq
         * @static
         * @param {cherub.RunSysrq.$Properties} message RunSysrq message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RunSysrq.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RunSysrq message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.RunSysrq
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.RunSysrq & cherub.RunSysrq.$Shape} RunSysrq
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RunSysrq.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.RunSysrq();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RunSysrq;
    })();

    cherub.GetCheck = (function() {

        /**
         * Properties of a GetCheck.
         * @typedef {Object} cherub.GetCheck.$Properties
         * @property {string|null} [name] GetCheck name
         * @property {boolean|null} [fresh] GetCheck fresh
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GetCheck.
         * @memberof cherub
         * @interface IGetCheck
         * @augments cherub.GetCheck.$Properties
         * @deprecated Use cherub.GetCheck.$Properties instead.
         */

        /**
         * Shape of a GetCheck.
         * @typedef {cherub.GetCheck.$Properties} cherub.GetCheck.$Shape
         */

        /**
         * Constructs a new GetCheck.
         * @memberof cherub
         * @classdesc Represents a GetCheck.
         * @constructor
         * @param {cherub.GetCheck.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GetCheck = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GetCheck name.
         * @member {string} name
         * @memberof cherub.GetCheck
         * @instance
         */
        GetCheck.prototype.name = "";

        /**
         * GetCheck fresh.
         * @member {boolean} fresh
         * @memberof cherub.GetCheck
         * @instance
         */
        GetCheck.prototype.fresh = false;

        /**
         * Creates a new GetCheck instance using the specified properties.
         * @function create
         * @memberof cherub.GetCheck
         * @static
         * @param {cherub.GetCheck.$Properties=} [properties] Properties to set
         * @returns {cherub.GetCheck} GetCheck instance
         * @type {{
         *   (properties: cherub.GetCheck.$Shape): cherub.GetCheck & cherub.GetCheck.$Shape;
         *   (properties?: cherub.GetCheck.$Properties): cherub.GetCheck;
         * }}
         */
        GetCheck.create = function(properties) {
            return new GetCheck(properties);
        };

        /**
         * Encodes the specified GetCheck message. Does not implicitly {@link cherub.GetCheck.verify|verify} messages.
         * @function encode
         * @memberof cherub.GetCheck
         * @static
         * @param {cherub.GetCheck.$Properties} message GetCheck message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GetCheck.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.fresh != null && $Object.hasOwnProperty.call(message, "fresh") && message.fresh !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.fresh);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GetCheck message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.GetCheck
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.GetCheck & cherub.GetCheck.$Shape} GetCheck
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GetCheck.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.GetCheck();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.fresh = value;
                        else
                            delete message.fresh;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GetCheck;
    })();

    /**
     * Code enum.
     * @name cherub.Code
     * @enum {number}
     * @property {number} CODE_UNSPECIFIED=0 CODE_UNSPECIFIED value
     * @property {number} CODE_OK=1 CODE_OK value
     * @property {number} CODE_INVALID=2 CODE_INVALID value
     * @property {number} CODE_UNSUPPORTED=3 CODE_UNSUPPORTED value
     * @property {number} CODE_DENIED=4 CODE_DENIED value
     * @property {number} CODE_DEADLINE_EXCEEDED=5 CODE_DEADLINE_EXCEEDED value
     * @property {number} CODE_BUSY=6 CODE_BUSY value
     * @property {number} CODE_UNAVAILABLE=7 CODE_UNAVAILABLE value
     * @property {number} CODE_INTERNAL=8 CODE_INTERNAL value
     */
    cherub.Code = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "CODE_UNSPECIFIED"] = 0;
        values[valuesById[1] = "CODE_OK"] = 1;
        values[valuesById[2] = "CODE_INVALID"] = 2;
        values[valuesById[3] = "CODE_UNSUPPORTED"] = 3;
        values[valuesById[4] = "CODE_DENIED"] = 4;
        values[valuesById[5] = "CODE_DEADLINE_EXCEEDED"] = 5;
        values[valuesById[6] = "CODE_BUSY"] = 6;
        values[valuesById[7] = "CODE_UNAVAILABLE"] = 7;
        values[valuesById[8] = "CODE_INTERNAL"] = 8;
        return values;
    })();

    cherub.Answer = (function() {

        /**
         * Properties of an Answer.
         * @typedef {Object} cherub.Answer.$Properties
         * @property {number|null} [requestId] Answer requestId
         * @property {cherub.Code|null} [code] Answer code
         * @property {string|null} [message] Answer message
         * @property {cherub.Ping.$Properties|null} [pong] Answer pong
         * @property {cherub.Hello.$Properties|null} [hello] Answer hello
         * @property {cherub.Snapshot.$Properties|null} [snapshot] Answer snapshot
         * @property {cherub.Inventory.$Properties|null} [inventory] Answer inventory
         * @property {cherub.AgentCounters.$Properties|null} [counters] Answer counters
         * @property {cherub.SysrqReport.$Properties|null} [sysrq] Answer sysrq
         * @property {cherub.CheckResult.$Properties|null} [check] Answer check
         * @property {"pong"|"hello"|"snapshot"|"inventory"|"counters"|"sysrq"|"check"} [body] Answer body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Answer.
         * @memberof cherub
         * @interface IAnswer
         * @augments cherub.Answer.$Properties
         * @deprecated Use cherub.Answer.$Properties instead.
         */

        /**
         * Narrowed shape of an Answer.
         * @typedef {{
         *   requestId?: number|null;
         *   code?: cherub.Code|null;
         *   message?: string|null;
         *   pong?: cherub.Ping.$Shape|null;
         *   hello?: cherub.Hello.$Shape|null;
         *   snapshot?: cherub.Snapshot.$Shape|null;
         *   inventory?: cherub.Inventory.$Shape|null;
         *   counters?: cherub.AgentCounters.$Shape|null;
         *   sysrq?: cherub.SysrqReport.$Shape|null;
         *   check?: cherub.CheckResult.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; pong?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "pong"; pong: cherub.Ping.$Shape; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "hello"; pong?: null; hello: cherub.Hello.$Shape; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "snapshot"; pong?: null; hello?: null; snapshot: cherub.Snapshot.$Shape; inventory?: null; counters?: null; sysrq?: null; check?: null }|{ body?: "inventory"; pong?: null; hello?: null; snapshot?: null; inventory: cherub.Inventory.$Shape; counters?: null; sysrq?: null; check?: null }|{ body?: "counters"; pong?: null; hello?: null; snapshot?: null; inventory?: null; counters: cherub.AgentCounters.$Shape; sysrq?: null; check?: null }|{ body?: "sysrq"; pong?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq: cherub.SysrqReport.$Shape; check?: null }|{ body?: "check"; pong?: null; hello?: null; snapshot?: null; inventory?: null; counters?: null; sysrq?: null; check: cherub.CheckResult.$Shape })
         * )} cherub.Answer.$Shape
         */

        /**
         * Constructs a new Answer.
         * @memberof cherub
         * @classdesc Represents an Answer.
         * @constructor
         * @param {cherub.Answer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Answer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Answer requestId.
         * @member {number} requestId
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.requestId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Answer code.
         * @member {cherub.Code} code
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.code = 0;

        /**
         * Answer message.
         * @member {string} message
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.message = "";

        /**
         * Answer pong.
         * @member {cherub.Ping.$Properties|null|undefined} pong
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.pong = null;

        /**
         * Answer hello.
         * @member {cherub.Hello.$Properties|null|undefined} hello
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.hello = null;

        /**
         * Answer snapshot.
         * @member {cherub.Snapshot.$Properties|null|undefined} snapshot
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.snapshot = null;

        /**
         * Answer inventory.
         * @member {cherub.Inventory.$Properties|null|undefined} inventory
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.inventory = null;

        /**
         * Answer counters.
         * @member {cherub.AgentCounters.$Properties|null|undefined} counters
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.counters = null;

        /**
         * Answer sysrq.
         * @member {cherub.SysrqReport.$Properties|null|undefined} sysrq
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.sysrq = null;

        /**
         * Answer check.
         * @member {cherub.CheckResult.$Properties|null|undefined} check
         * @memberof cherub.Answer
         * @instance
         */
        Answer.prototype.check = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Answer body.
         * @member {"pong"|"hello"|"snapshot"|"inventory"|"counters"|"sysrq"|"check"|undefined} body
         * @memberof cherub.Answer
         * @instance
         */
        $Object.defineProperty(Answer.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["pong", "hello", "snapshot", "inventory", "counters", "sysrq", "check"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Answer instance using the specified properties.
         * @function create
         * @memberof cherub.Answer
         * @static
         * @param {cherub.Answer.$Properties=} [properties] Properties to set
         * @returns {cherub.Answer} Answer instance
         * @type {{
         *   (properties: cherub.Answer.$Shape): cherub.Answer & cherub.Answer.$Shape;
         *   (properties?: cherub.Answer.$Properties): cherub.Answer;
         * }}
         */
        Answer.create = function(properties) {
            return new Answer(properties);
        };

        /**
         * Encodes the specified Answer message. Does not implicitly {@link cherub.Answer.verify|verify} messages.
         * @function encode
         * @memberof cherub.Answer
         * @static
         * @param {cherub.Answer.$Properties} message Answer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Answer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && (typeof message.requestId === "object" ? message.requestId.low || message.requestId.high : message.requestId !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.requestId);
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
            if (message.pong != null && $Object.hasOwnProperty.call(message, "pong"))
                $root.cherub.Ping.encode(message.pong, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                $root.cherub.Hello.encode(message.hello, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                $root.cherub.Snapshot.encode(message.snapshot, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.inventory != null && $Object.hasOwnProperty.call(message, "inventory"))
                $root.cherub.Inventory.encode(message.inventory, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.counters != null && $Object.hasOwnProperty.call(message, "counters"))
                $root.cherub.AgentCounters.encode(message.counters, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.sysrq != null && $Object.hasOwnProperty.call(message, "sysrq"))
                $root.cherub.SysrqReport.encode(message.sysrq, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.check != null && $Object.hasOwnProperty.call(message, "check"))
                $root.cherub.CheckResult.encode(message.check, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Answer message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.Answer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.Answer & cherub.Answer.$Shape} Answer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Answer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.Answer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.requestId = value;
                        else
                            delete message.requestId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.pong = $root.cherub.Ping.decode(reader, reader.size(), $undefined, _depth + 1, message.pong);
                        message.body = "pong";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.hello = $root.cherub.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                        message.body = "hello";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.snapshot = $root.cherub.Snapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                        message.body = "snapshot";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.inventory = $root.cherub.Inventory.decode(reader, reader.size(), $undefined, _depth + 1, message.inventory);
                        message.body = "inventory";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.counters = $root.cherub.AgentCounters.decode(reader, reader.size(), $undefined, _depth + 1, message.counters);
                        message.body = "counters";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.sysrq = $root.cherub.SysrqReport.decode(reader, reader.size(), $undefined, _depth + 1, message.sysrq);
                        message.body = "sysrq";
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.check = $root.cherub.CheckResult.decode(reader, reader.size(), $undefined, _depth + 1, message.check);
                        message.body = "check";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Answer;
    })();

    cherub.SysrqReport = (function() {

        /**
         * Properties of a SysrqReport.
         * @typedef {Object} cherub.SysrqReport.$Properties
         * @property {string|null} [key] SysrqReport key
         * @property {string|null} [text] SysrqReport text
         * @property {boolean|null} [complete] SysrqReport complete
         * @property {number|null} [linesCut] SysrqReport linesCut
         * @property {number|null} [linesLost] SysrqReport linesLost
         * @property {string|null} [reason] SysrqReport reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SysrqReport.
         * @memberof cherub
         * @interface ISysrqReport
         * @augments cherub.SysrqReport.$Properties
         * @deprecated Use cherub.SysrqReport.$Properties instead.
         */

        /**
         * Shape of a SysrqReport.
         * @typedef {cherub.SysrqReport.$Properties} cherub.SysrqReport.$Shape
         */

        /**
         * Constructs a new SysrqReport.
         * @memberof cherub
         * @classdesc Represents a SysrqReport.
         * @constructor
         * @param {cherub.SysrqReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SysrqReport = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SysrqReport key.
         * @member {string} key
         * @memberof cherub.SysrqReport
         * @instance
         */
        SysrqReport.prototype.key = "";

        /**
         * SysrqReport text.
         * @member {string} text
         * @memberof cherub.SysrqReport
         * @instance
         */
        SysrqReport.prototype.text = "";

        /**
         * SysrqReport complete.
         * @member {boolean} complete
         * @memberof cherub.SysrqReport
         * @instance
         */
        SysrqReport.prototype.complete = false;

        /**
         * SysrqReport linesCut.
         * @member {number} linesCut
         * @memberof cherub.SysrqReport
         * @instance
         */
        SysrqReport.prototype.linesCut = 0;

        /**
         * SysrqReport linesLost.
         * @member {number} linesLost
         * @memberof cherub.SysrqReport
         * @instance
         */
        SysrqReport.prototype.linesLost = 0;

        /**
         * SysrqReport reason.
         * @member {string} reason
         * @memberof cherub.SysrqReport
         * @instance
         */
        SysrqReport.prototype.reason = "";

        /**
         * Creates a new SysrqReport instance using the specified properties.
         * @function create
         * @memberof cherub.SysrqReport
         * @static
         * @param {cherub.SysrqReport.$Properties=} [properties] Properties to set
         * @returns {cherub.SysrqReport} SysrqReport instance
         * @type {{
         *   (properties: cherub.SysrqReport.$Shape): cherub.SysrqReport & cherub.SysrqReport.$Shape;
         *   (properties?: cherub.SysrqReport.$Properties): cherub.SysrqReport;
         * }}
         */
        SysrqReport.create = function(properties) {
            return new SysrqReport(properties);
        };

        /**
         * Encodes the specified SysrqReport message. Does not implicitly {@link cherub.SysrqReport.verify|verify} messages.
         * @function encode
         * @memberof cherub.SysrqReport
         * @static
         * @param {cherub.SysrqReport.$Properties} message SysrqReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SysrqReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.text);
            if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.complete);
            if (message.linesCut != null && $Object.hasOwnProperty.call(message, "linesCut") && message.linesCut !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.linesCut);
            if (message.linesLost != null && $Object.hasOwnProperty.call(message, "linesLost") && message.linesLost !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.linesLost);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SysrqReport message from the specified reader or buffer.
         * @function decode
         * @memberof cherub.SysrqReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cherub.SysrqReport & cherub.SysrqReport.$Shape} SysrqReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SysrqReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cherub.SysrqReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.complete = value;
                        else
                            delete message.complete;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.linesCut = value;
                        else
                            delete message.linesCut;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.linesLost = value;
                        else
                            delete message.linesLost;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SysrqReport;
    })();

    return cherub;
})();

export {
  $root as default
};
