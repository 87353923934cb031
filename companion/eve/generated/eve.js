/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["eve"] || ($protobuf.roots["eve"] = {});

export const eve = $root.eve = (() => {

    /**
     * Namespace eve.
     * @exports eve
     * @namespace
     */
    const eve = {};

    eve.Timestamp = (function() {

        /**
         * Properties of a Timestamp.
         * @typedef {Object} eve.Timestamp.$Properties
         * @property {number|null} [seconds] Timestamp seconds
         * @property {number|null} [nanos] Timestamp nanos
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Timestamp.
         * @memberof eve
         * @interface ITimestamp
         * @augments eve.Timestamp.$Properties
         * @deprecated Use eve.Timestamp.$Properties instead.
         */

        /**
         * Shape of a Timestamp.
         * @typedef {eve.Timestamp.$Properties} eve.Timestamp.$Shape
         */

        /**
         * Constructs a new Timestamp.
         * @memberof eve
         * @classdesc Represents a Timestamp.
         * @constructor
         * @param {eve.Timestamp.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Timestamp = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Timestamp seconds.
         * @member {number} seconds
         * @memberof eve.Timestamp
         * @instance
         */
        Timestamp.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        /**
         * Timestamp nanos.
         * @member {number} nanos
         * @memberof eve.Timestamp
         * @instance
         */
        Timestamp.prototype.nanos = 0;

        /**
         * Creates a new Timestamp instance using the specified properties.
         * @function create
         * @memberof eve.Timestamp
         * @static
         * @param {eve.Timestamp.$Properties=} [properties] Properties to set
         * @returns {eve.Timestamp} Timestamp instance
         * @type {{
         *   (properties: eve.Timestamp.$Shape): eve.Timestamp & eve.Timestamp.$Shape;
         *   (properties?: eve.Timestamp.$Properties): eve.Timestamp;
         * }}
         */
        Timestamp.create = function(properties) {
            return new Timestamp(properties);
        };

        /**
         * Encodes the specified Timestamp message. Does not implicitly {@link eve.Timestamp.verify|verify} messages.
         * @function encode
         * @memberof eve.Timestamp
         * @static
         * @param {eve.Timestamp.$Properties} message Timestamp message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Timestamp.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).int64(message.seconds);
            if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos") && message.nanos !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.nanos);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Timestamp message from the specified reader or buffer.
         * @function decode
         * @memberof eve.Timestamp
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {eve.Timestamp & eve.Timestamp.$Shape} Timestamp
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Timestamp.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.eve.Timestamp();
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
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.seconds = value;
                        else
                            delete message.seconds;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.nanos = value;
                        else
                            delete message.nanos;
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

        return Timestamp;
    })();

    eve.LogEntry = (function() {

        /**
         * Properties of a LogEntry.
         * @typedef {Object} eve.LogEntry.$Properties
         * @property {string|null} [severity] LogEntry severity
         * @property {string|null} [source] LogEntry source
         * @property {string|null} [iid] LogEntry iid
         * @property {string|null} [content] LogEntry content
         * @property {number|null} [msgid] LogEntry msgid
         * @property {Object.<string,string>|null} [tags] LogEntry tags
         * @property {eve.Timestamp.$Properties|null} [timestamp] LogEntry timestamp
         * @property {string|null} [filename] LogEntry filename
         * @property {string|null} ["function"] LogEntry function
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LogEntry.
         * @memberof eve
         * @interface ILogEntry
         * @augments eve.LogEntry.$Properties
         * @deprecated Use eve.LogEntry.$Properties instead.
         */

        /**
         * Shape of a LogEntry.
         * @typedef {eve.LogEntry.$Properties} eve.LogEntry.$Shape
         */

        /**
         * Constructs a new LogEntry.
         * @memberof eve
         * @classdesc Represents a LogEntry.
         * @constructor
         * @param {eve.LogEntry.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LogEntry = function (properties) {
            this.tags = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LogEntry severity.
         * @member {string} severity
         * @memberof eve.LogEntry
         * @instance
         */
        LogEntry.prototype.severity = "";

        /**
         * LogEntry source.
         * @member {string} source
         * @memberof eve.LogEntry
         * @instance
         */
        LogEntry.prototype.source = "";

        /**
         * LogEntry iid.
         * @member {string} iid
         * @memberof eve.LogEntry
         * @instance
         */
        LogEntry.prototype.iid = "";

        /**
         * LogEntry content.
         * @member {string} content
         * @memberof eve.LogEntry
         * @instance
         */
        LogEntry.prototype.content = "";

        /**
         * LogEntry msgid.
         * @member {number} msgid
         * @memberof eve.LogEntry
         * @instance
         */
        LogEntry.prototype.msgid = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LogEntry tags.
         * @member {Object.<string,string>} tags
         * @memberof eve.LogEntry
         * @instance
         */
        LogEntry.prototype.tags = $util.emptyObject;

        /**
         * LogEntry timestamp.
         * @member {eve.Timestamp.$Properties|null|undefined} timestamp
         * @memberof eve.LogEntry
         * @instance
         */
        LogEntry.prototype.timestamp = null;

        /**
         * LogEntry filename.
         * @member {string} filename
         * @memberof eve.LogEntry
         * @instance
         */
        LogEntry.prototype.filename = "";

        /**
         * LogEntry function.
         * @member {string} function
         * @memberof eve.LogEntry
         * @instance
         */
        LogEntry.prototype["function"] = "";

        /**
         * Creates a new LogEntry instance using the specified properties.
         * @function create
         * @memberof eve.LogEntry
         * @static
         * @param {eve.LogEntry.$Properties=} [properties] Properties to set
         * @returns {eve.LogEntry} LogEntry instance
         * @type {{
         *   (properties: eve.LogEntry.$Shape): eve.LogEntry & eve.LogEntry.$Shape;
         *   (properties?: eve.LogEntry.$Properties): eve.LogEntry;
         * }}
         */
        LogEntry.create = function(properties) {
            return new LogEntry(properties);
        };

        /**
         * Encodes the specified LogEntry message. Does not implicitly {@link eve.LogEntry.verify|verify} messages.
         * @function encode
         * @memberof eve.LogEntry
         * @static
         * @param {eve.LogEntry.$Properties} message LogEntry message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LogEntry.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.severity != null && $Object.hasOwnProperty.call(message, "severity") && message.severity !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.severity);
            if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.source);
            if (message.iid != null && $Object.hasOwnProperty.call(message, "iid") && message.iid !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.iid);
            if (message.content != null && $Object.hasOwnProperty.call(message, "content") && message.content !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.content);
            if (message.msgid != null && $Object.hasOwnProperty.call(message, "msgid") && (typeof message.msgid === "object" ? message.msgid.low || message.msgid.high : message.msgid !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.msgid);
            if (message.tags != null && $Object.hasOwnProperty.call(message, "tags"))
                for (let keys = $Object.keys(message.tags), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 6, wireType 2 =*/50).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.tags[keys[i]]).ldelim();
            if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp"))
                $root.eve.Timestamp.encode(message.timestamp, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.filename != null && $Object.hasOwnProperty.call(message, "filename") && message.filename !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.filename);
            if (message["function"] != null && $Object.hasOwnProperty.call(message, "function") && message["function"] !== "")
                writer.uint32(/* id 9, wireType 2 =*/74).string(message["function"]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LogEntry message from the specified reader or buffer.
         * @function decode
         * @memberof eve.LogEntry
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {eve.LogEntry & eve.LogEntry.$Shape} LogEntry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LogEntry.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.eve.LogEntry();
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
                            message.severity = value;
                        else
                            delete message.severity;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.source = value;
                        else
                            delete message.source;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.iid = value;
                        else
                            delete message.iid;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.content = value;
                        else
                            delete message.content;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.msgid = value;
                        else
                            delete message.msgid;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (message.tags === $util.emptyObject)
                            message.tags = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.tags, key);
                        message.tags[key] = value;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.timestamp = $root.eve.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.timestamp);
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.filename = value;
                        else
                            delete message.filename;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message["function"] = value;
                        else
                            delete message["function"];
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

        return LogEntry;
    })();

    eve.AppInstanceLogBundle = (function() {

        /**
         * Properties of an AppInstanceLogBundle.
         * @typedef {Object} eve.AppInstanceLogBundle.$Properties
         * @property {Array.<eve.LogEntry.$Properties>|null} [log] AppInstanceLogBundle log
         * @property {eve.Timestamp.$Properties|null} [timestamp] AppInstanceLogBundle timestamp
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AppInstanceLogBundle.
         * @memberof eve
         * @interface IAppInstanceLogBundle
         * @augments eve.AppInstanceLogBundle.$Properties
         * @deprecated Use eve.AppInstanceLogBundle.$Properties instead.
         */

        /**
         * Shape of an AppInstanceLogBundle.
         * @typedef {eve.AppInstanceLogBundle.$Properties} eve.AppInstanceLogBundle.$Shape
         */

        /**
         * Constructs a new AppInstanceLogBundle.
         * @memberof eve
         * @classdesc Represents an AppInstanceLogBundle.
         * @constructor
         * @param {eve.AppInstanceLogBundle.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AppInstanceLogBundle = function (properties) {
            this.log = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AppInstanceLogBundle log.
         * @member {Array.<eve.LogEntry.$Properties>} log
         * @memberof eve.AppInstanceLogBundle
         * @instance
         */
        AppInstanceLogBundle.prototype.log = $util.emptyArray;

        /**
         * AppInstanceLogBundle timestamp.
         * @member {eve.Timestamp.$Properties|null|undefined} timestamp
         * @memberof eve.AppInstanceLogBundle
         * @instance
         */
        AppInstanceLogBundle.prototype.timestamp = null;

        /**
         * Creates a new AppInstanceLogBundle instance using the specified properties.
         * @function create
         * @memberof eve.AppInstanceLogBundle
         * @static
         * @param {eve.AppInstanceLogBundle.$Properties=} [properties] Properties to set
         * @returns {eve.AppInstanceLogBundle} AppInstanceLogBundle instance
         * @type {{
         *   (properties: eve.AppInstanceLogBundle.$Shape): eve.AppInstanceLogBundle & eve.AppInstanceLogBundle.$Shape;
         *   (properties?: eve.AppInstanceLogBundle.$Properties): eve.AppInstanceLogBundle;
         * }}
         */
        AppInstanceLogBundle.create = function(properties) {
            return new AppInstanceLogBundle(properties);
        };

        /**
         * Encodes the specified AppInstanceLogBundle message. Does not implicitly {@link eve.AppInstanceLogBundle.verify|verify} messages.
         * @function encode
         * @memberof eve.AppInstanceLogBundle
         * @static
         * @param {eve.AppInstanceLogBundle.$Properties} message AppInstanceLogBundle message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AppInstanceLogBundle.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.log != null && message.log.length)
                for (let i = 0; i < message.log.length; ++i)
                    $root.eve.LogEntry.encode(message.log[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp"))
                $root.eve.Timestamp.encode(message.timestamp, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AppInstanceLogBundle message from the specified reader or buffer.
         * @function decode
         * @memberof eve.AppInstanceLogBundle
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {eve.AppInstanceLogBundle & eve.AppInstanceLogBundle.$Shape} AppInstanceLogBundle
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AppInstanceLogBundle.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.eve.AppInstanceLogBundle();
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
                        if (!(message.log && message.log.length))
                            message.log = [];
                        message.log.push($root.eve.LogEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.timestamp = $root.eve.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.timestamp);
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

        return AppInstanceLogBundle;
    })();

    eve.AuthBody = (function() {

        /**
         * Properties of an AuthBody.
         * @typedef {Object} eve.AuthBody.$Properties
         * @property {Uint8Array|null} [payload] AuthBody payload
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AuthBody.
         * @memberof eve
         * @interface IAuthBody
         * @augments eve.AuthBody.$Properties
         * @deprecated Use eve.AuthBody.$Properties instead.
         */

        /**
         * Shape of an AuthBody.
         * @typedef {eve.AuthBody.$Properties} eve.AuthBody.$Shape
         */

        /**
         * Constructs a new AuthBody.
         * @memberof eve
         * @classdesc Represents an AuthBody.
         * @constructor
         * @param {eve.AuthBody.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AuthBody = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AuthBody payload.
         * @member {Uint8Array} payload
         * @memberof eve.AuthBody
         * @instance
         */
        AuthBody.prototype.payload = $util.newBuffer([]);

        /**
         * Creates a new AuthBody instance using the specified properties.
         * @function create
         * @memberof eve.AuthBody
         * @static
         * @param {eve.AuthBody.$Properties=} [properties] Properties to set
         * @returns {eve.AuthBody} AuthBody instance
         * @type {{
         *   (properties: eve.AuthBody.$Shape): eve.AuthBody & eve.AuthBody.$Shape;
         *   (properties?: eve.AuthBody.$Properties): eve.AuthBody;
         * }}
         */
        AuthBody.create = function(properties) {
            return new AuthBody(properties);
        };

        /**
         * Encodes the specified AuthBody message. Does not implicitly {@link eve.AuthBody.verify|verify} messages.
         * @function encode
         * @memberof eve.AuthBody
         * @static
         * @param {eve.AuthBody.$Properties} message AuthBody message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AuthBody.encode = function (message, writer, _depth) {
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
         * Decodes an AuthBody message from the specified reader or buffer.
         * @function decode
         * @memberof eve.AuthBody
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {eve.AuthBody & eve.AuthBody.$Shape} AuthBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AuthBody.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.eve.AuthBody();
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

        return AuthBody;
    })();

    eve.AuthContainer = (function() {

        /**
         * Properties of an AuthContainer.
         * @typedef {Object} eve.AuthContainer.$Properties
         * @property {eve.AuthBody.$Properties|null} [protectedPayload] AuthContainer protectedPayload
         * @property {number|null} [algo] AuthContainer algo
         * @property {Uint8Array|null} [senderCertHash] AuthContainer senderCertHash
         * @property {Uint8Array|null} [signatureHash] AuthContainer signatureHash
         * @property {Uint8Array|null} [senderCert] AuthContainer senderCert
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AuthContainer.
         * @memberof eve
         * @interface IAuthContainer
         * @augments eve.AuthContainer.$Properties
         * @deprecated Use eve.AuthContainer.$Properties instead.
         */

        /**
         * Shape of an AuthContainer.
         * @typedef {eve.AuthContainer.$Properties} eve.AuthContainer.$Shape
         */

        /**
         * Constructs a new AuthContainer.
         * @memberof eve
         * @classdesc Represents an AuthContainer.
         * @constructor
         * @param {eve.AuthContainer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AuthContainer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AuthContainer protectedPayload.
         * @member {eve.AuthBody.$Properties|null|undefined} protectedPayload
         * @memberof eve.AuthContainer
         * @instance
         */
        AuthContainer.prototype.protectedPayload = null;

        /**
         * AuthContainer algo.
         * @member {number} algo
         * @memberof eve.AuthContainer
         * @instance
         */
        AuthContainer.prototype.algo = 0;

        /**
         * AuthContainer senderCertHash.
         * @member {Uint8Array} senderCertHash
         * @memberof eve.AuthContainer
         * @instance
         */
        AuthContainer.prototype.senderCertHash = $util.newBuffer([]);

        /**
         * AuthContainer signatureHash.
         * @member {Uint8Array} signatureHash
         * @memberof eve.AuthContainer
         * @instance
         */
        AuthContainer.prototype.signatureHash = $util.newBuffer([]);

        /**
         * AuthContainer senderCert.
         * @member {Uint8Array} senderCert
         * @memberof eve.AuthContainer
         * @instance
         */
        AuthContainer.prototype.senderCert = $util.newBuffer([]);

        /**
         * Creates a new AuthContainer instance using the specified properties.
         * @function create
         * @memberof eve.AuthContainer
         * @static
         * @param {eve.AuthContainer.$Properties=} [properties] Properties to set
         * @returns {eve.AuthContainer} AuthContainer instance
         * @type {{
         *   (properties: eve.AuthContainer.$Shape): eve.AuthContainer & eve.AuthContainer.$Shape;
         *   (properties?: eve.AuthContainer.$Properties): eve.AuthContainer;
         * }}
         */
        AuthContainer.create = function(properties) {
            return new AuthContainer(properties);
        };

        /**
         * Encodes the specified AuthContainer message. Does not implicitly {@link eve.AuthContainer.verify|verify} messages.
         * @function encode
         * @memberof eve.AuthContainer
         * @static
         * @param {eve.AuthContainer.$Properties} message AuthContainer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AuthContainer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.protectedPayload != null && $Object.hasOwnProperty.call(message, "protectedPayload"))
                $root.eve.AuthBody.encode(message.protectedPayload, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.algo != null && $Object.hasOwnProperty.call(message, "algo") && message.algo !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.algo);
            if (message.senderCertHash != null && $Object.hasOwnProperty.call(message, "senderCertHash") && message.senderCertHash.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.senderCertHash);
            if (message.signatureHash != null && $Object.hasOwnProperty.call(message, "signatureHash") && message.signatureHash.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.signatureHash);
            if (message.senderCert != null && $Object.hasOwnProperty.call(message, "senderCert") && message.senderCert.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.senderCert);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AuthContainer message from the specified reader or buffer.
         * @function decode
         * @memberof eve.AuthContainer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {eve.AuthContainer & eve.AuthContainer.$Shape} AuthContainer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AuthContainer.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.eve.AuthContainer();
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
                        message.protectedPayload = $root.eve.AuthBody.decode(reader, reader.size(), $undefined, _depth + 1, message.protectedPayload);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.algo = value;
                        else
                            delete message.algo;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.senderCertHash = value;
                        else
                            delete message.senderCertHash;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signatureHash = value;
                        else
                            delete message.signatureHash;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.senderCert = value;
                        else
                            delete message.senderCert;
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

        return AuthContainer;
    })();

    return eve;
})();

export {
  $root as default
};
