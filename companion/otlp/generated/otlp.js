/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["otlp"] || ($protobuf.roots["otlp"] = {});

export const otlp = $root.otlp = (() => {

    /**
     * Namespace otlp.
     * @exports otlp
     * @namespace
     */
    const otlp = {};

    otlp.AnyValue = (function() {

        /**
         * Properties of an AnyValue.
         * @typedef {Object} otlp.AnyValue.$Properties
         * @property {string|null} [stringValue] AnyValue stringValue
         * @property {boolean|null} [boolValue] AnyValue boolValue
         * @property {number|null} [doubleValue] AnyValue doubleValue
         * @property {"stringValue"|"boolValue"|"doubleValue"} [value] AnyValue value
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AnyValue.
         * @memberof otlp
         * @interface IAnyValue
         * @augments otlp.AnyValue.$Properties
         * @deprecated Use otlp.AnyValue.$Properties instead.
         */

        /**
         * Narrowed shape of an AnyValue.
         * @typedef {{
         *   stringValue?: string|null;
         *   boolValue?: boolean|null;
         *   doubleValue?: number|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ value?: undefined; stringValue?: null; boolValue?: null; doubleValue?: null }|{ value?: "stringValue"; stringValue: string; boolValue?: null; doubleValue?: null }|{ value?: "boolValue"; stringValue?: null; boolValue: boolean; doubleValue?: null }|{ value?: "doubleValue"; stringValue?: null; boolValue?: null; doubleValue: number })
         * )} otlp.AnyValue.$Shape
         */

        /**
         * Constructs a new AnyValue.
         * @memberof otlp
         * @classdesc Represents an AnyValue.
         * @constructor
         * @param {otlp.AnyValue.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AnyValue = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AnyValue stringValue.
         * @member {string|null|undefined} stringValue
         * @memberof otlp.AnyValue
         * @instance
         */
        AnyValue.prototype.stringValue = null;

        /**
         * AnyValue boolValue.
         * @member {boolean|null|undefined} boolValue
         * @memberof otlp.AnyValue
         * @instance
         */
        AnyValue.prototype.boolValue = null;

        /**
         * AnyValue doubleValue.
         * @member {number|null|undefined} doubleValue
         * @memberof otlp.AnyValue
         * @instance
         */
        AnyValue.prototype.doubleValue = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * AnyValue value.
         * @member {"stringValue"|"boolValue"|"doubleValue"|undefined} value
         * @memberof otlp.AnyValue
         * @instance
         */
        $Object.defineProperty(AnyValue.prototype, "value", {
            get: $util.oneOfGetter($oneOfFields = ["stringValue", "boolValue", "doubleValue"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new AnyValue instance using the specified properties.
         * @function create
         * @memberof otlp.AnyValue
         * @static
         * @param {otlp.AnyValue.$Properties=} [properties] Properties to set
         * @returns {otlp.AnyValue} AnyValue instance
         * @type {{
         *   (properties: otlp.AnyValue.$Shape): otlp.AnyValue & otlp.AnyValue.$Shape;
         *   (properties?: otlp.AnyValue.$Properties): otlp.AnyValue;
         * }}
         */
        AnyValue.create = function(properties) {
            return new AnyValue(properties);
        };

        /**
         * Encodes the specified AnyValue message. Does not implicitly {@link otlp.AnyValue.verify|verify} messages.
         * @function encode
         * @memberof otlp.AnyValue
         * @static
         * @param {otlp.AnyValue.$Properties} message AnyValue message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AnyValue.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stringValue != null && $Object.hasOwnProperty.call(message, "stringValue"))
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.stringValue);
            if (message.boolValue != null && $Object.hasOwnProperty.call(message, "boolValue"))
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.boolValue);
            if (message.doubleValue != null && $Object.hasOwnProperty.call(message, "doubleValue"))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.doubleValue);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AnyValue message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.AnyValue
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.AnyValue & otlp.AnyValue.$Shape} AnyValue
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AnyValue.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.AnyValue();
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
                        message.stringValue = reader.stringVerify();
                        message.value = "stringValue";
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        message.boolValue = reader.bool();
                        message.value = "boolValue";
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        message.doubleValue = reader.double();
                        message.value = "doubleValue";
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

        return AnyValue;
    })();

    otlp.KeyValue = (function() {

        /**
         * Properties of a KeyValue.
         * @typedef {Object} otlp.KeyValue.$Properties
         * @property {string|null} [key] KeyValue key
         * @property {otlp.AnyValue.$Properties|null} [value] KeyValue value
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KeyValue.
         * @memberof otlp
         * @interface IKeyValue
         * @augments otlp.KeyValue.$Properties
         * @deprecated Use otlp.KeyValue.$Properties instead.
         */

        /**
         * Shape of a KeyValue.
         * @typedef {{
         *   key?: string|null;
         *   value?: otlp.AnyValue.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.KeyValue.$Shape
         */

        /**
         * Constructs a new KeyValue.
         * @memberof otlp
         * @classdesc Represents a KeyValue.
         * @constructor
         * @param {otlp.KeyValue.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KeyValue = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KeyValue key.
         * @member {string} key
         * @memberof otlp.KeyValue
         * @instance
         */
        KeyValue.prototype.key = "";

        /**
         * KeyValue value.
         * @member {otlp.AnyValue.$Properties|null|undefined} value
         * @memberof otlp.KeyValue
         * @instance
         */
        KeyValue.prototype.value = null;

        /**
         * Creates a new KeyValue instance using the specified properties.
         * @function create
         * @memberof otlp.KeyValue
         * @static
         * @param {otlp.KeyValue.$Properties=} [properties] Properties to set
         * @returns {otlp.KeyValue} KeyValue instance
         * @type {{
         *   (properties: otlp.KeyValue.$Shape): otlp.KeyValue & otlp.KeyValue.$Shape;
         *   (properties?: otlp.KeyValue.$Properties): otlp.KeyValue;
         * }}
         */
        KeyValue.create = function(properties) {
            return new KeyValue(properties);
        };

        /**
         * Encodes the specified KeyValue message. Does not implicitly {@link otlp.KeyValue.verify|verify} messages.
         * @function encode
         * @memberof otlp.KeyValue
         * @static
         * @param {otlp.KeyValue.$Properties} message KeyValue message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KeyValue.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                $root.otlp.AnyValue.encode(message.value, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a KeyValue message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.KeyValue
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.KeyValue & otlp.KeyValue.$Shape} KeyValue
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KeyValue.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.KeyValue();
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
                        message.value = $root.otlp.AnyValue.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
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

        return KeyValue;
    })();

    otlp.Resource = (function() {

        /**
         * Properties of a Resource.
         * @typedef {Object} otlp.Resource.$Properties
         * @property {Array.<otlp.KeyValue.$Properties>|null} [attributes] Resource attributes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Resource.
         * @memberof otlp
         * @interface IResource
         * @augments otlp.Resource.$Properties
         * @deprecated Use otlp.Resource.$Properties instead.
         */

        /**
         * Shape of a Resource.
         * @typedef {{
         *   attributes?: Array.<otlp.KeyValue.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.Resource.$Shape
         */

        /**
         * Constructs a new Resource.
         * @memberof otlp
         * @classdesc Represents a Resource.
         * @constructor
         * @param {otlp.Resource.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Resource = function (properties) {
            this.attributes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Resource attributes.
         * @member {Array.<otlp.KeyValue.$Properties>} attributes
         * @memberof otlp.Resource
         * @instance
         */
        Resource.prototype.attributes = $util.emptyArray;

        /**
         * Creates a new Resource instance using the specified properties.
         * @function create
         * @memberof otlp.Resource
         * @static
         * @param {otlp.Resource.$Properties=} [properties] Properties to set
         * @returns {otlp.Resource} Resource instance
         * @type {{
         *   (properties: otlp.Resource.$Shape): otlp.Resource & otlp.Resource.$Shape;
         *   (properties?: otlp.Resource.$Properties): otlp.Resource;
         * }}
         */
        Resource.create = function(properties) {
            return new Resource(properties);
        };

        /**
         * Encodes the specified Resource message. Does not implicitly {@link otlp.Resource.verify|verify} messages.
         * @function encode
         * @memberof otlp.Resource
         * @static
         * @param {otlp.Resource.$Properties} message Resource message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Resource.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.attributes != null && message.attributes.length)
                for (let i = 0; i < message.attributes.length; ++i)
                    $root.otlp.KeyValue.encode(message.attributes[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Resource message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.Resource
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.Resource & otlp.Resource.$Shape} Resource
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Resource.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.Resource();
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
                        if (!(message.attributes && message.attributes.length))
                            message.attributes = [];
                        message.attributes.push($root.otlp.KeyValue.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return Resource;
    })();

    otlp.InstrumentationScope = (function() {

        /**
         * Properties of an InstrumentationScope.
         * @typedef {Object} otlp.InstrumentationScope.$Properties
         * @property {string|null} [name] InstrumentationScope name
         * @property {string|null} [version] InstrumentationScope version
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an InstrumentationScope.
         * @memberof otlp
         * @interface IInstrumentationScope
         * @augments otlp.InstrumentationScope.$Properties
         * @deprecated Use otlp.InstrumentationScope.$Properties instead.
         */

        /**
         * Shape of an InstrumentationScope.
         * @typedef {otlp.InstrumentationScope.$Properties} otlp.InstrumentationScope.$Shape
         */

        /**
         * Constructs a new InstrumentationScope.
         * @memberof otlp
         * @classdesc Represents an InstrumentationScope.
         * @constructor
         * @param {otlp.InstrumentationScope.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const InstrumentationScope = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * InstrumentationScope name.
         * @member {string} name
         * @memberof otlp.InstrumentationScope
         * @instance
         */
        InstrumentationScope.prototype.name = "";

        /**
         * InstrumentationScope version.
         * @member {string} version
         * @memberof otlp.InstrumentationScope
         * @instance
         */
        InstrumentationScope.prototype.version = "";

        /**
         * Creates a new InstrumentationScope instance using the specified properties.
         * @function create
         * @memberof otlp.InstrumentationScope
         * @static
         * @param {otlp.InstrumentationScope.$Properties=} [properties] Properties to set
         * @returns {otlp.InstrumentationScope} InstrumentationScope instance
         * @type {{
         *   (properties: otlp.InstrumentationScope.$Shape): otlp.InstrumentationScope & otlp.InstrumentationScope.$Shape;
         *   (properties?: otlp.InstrumentationScope.$Properties): otlp.InstrumentationScope;
         * }}
         */
        InstrumentationScope.create = function(properties) {
            return new InstrumentationScope(properties);
        };

        /**
         * Encodes the specified InstrumentationScope message. Does not implicitly {@link otlp.InstrumentationScope.verify|verify} messages.
         * @function encode
         * @memberof otlp.InstrumentationScope
         * @static
         * @param {otlp.InstrumentationScope.$Properties} message InstrumentationScope message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        InstrumentationScope.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.version);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an InstrumentationScope message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.InstrumentationScope
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.InstrumentationScope & otlp.InstrumentationScope.$Shape} InstrumentationScope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        InstrumentationScope.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.InstrumentationScope();
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
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.version = value;
                        else
                            delete message.version;
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

        return InstrumentationScope;
    })();

    otlp.LogsRequest = (function() {

        /**
         * Properties of a LogsRequest.
         * @typedef {Object} otlp.LogsRequest.$Properties
         * @property {Array.<otlp.ResourceLogs.$Properties>|null} [resourceLogs] LogsRequest resourceLogs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LogsRequest.
         * @memberof otlp
         * @interface ILogsRequest
         * @augments otlp.LogsRequest.$Properties
         * @deprecated Use otlp.LogsRequest.$Properties instead.
         */

        /**
         * Shape of a LogsRequest.
         * @typedef {{
         *   resourceLogs?: Array.<otlp.ResourceLogs.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.LogsRequest.$Shape
         */

        /**
         * Constructs a new LogsRequest.
         * @memberof otlp
         * @classdesc Represents a LogsRequest.
         * @constructor
         * @param {otlp.LogsRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LogsRequest = function (properties) {
            this.resourceLogs = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LogsRequest resourceLogs.
         * @member {Array.<otlp.ResourceLogs.$Properties>} resourceLogs
         * @memberof otlp.LogsRequest
         * @instance
         */
        LogsRequest.prototype.resourceLogs = $util.emptyArray;

        /**
         * Creates a new LogsRequest instance using the specified properties.
         * @function create
         * @memberof otlp.LogsRequest
         * @static
         * @param {otlp.LogsRequest.$Properties=} [properties] Properties to set
         * @returns {otlp.LogsRequest} LogsRequest instance
         * @type {{
         *   (properties: otlp.LogsRequest.$Shape): otlp.LogsRequest & otlp.LogsRequest.$Shape;
         *   (properties?: otlp.LogsRequest.$Properties): otlp.LogsRequest;
         * }}
         */
        LogsRequest.create = function(properties) {
            return new LogsRequest(properties);
        };

        /**
         * Encodes the specified LogsRequest message. Does not implicitly {@link otlp.LogsRequest.verify|verify} messages.
         * @function encode
         * @memberof otlp.LogsRequest
         * @static
         * @param {otlp.LogsRequest.$Properties} message LogsRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LogsRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.resourceLogs != null && message.resourceLogs.length)
                for (let i = 0; i < message.resourceLogs.length; ++i)
                    $root.otlp.ResourceLogs.encode(message.resourceLogs[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LogsRequest message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.LogsRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.LogsRequest & otlp.LogsRequest.$Shape} LogsRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LogsRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.LogsRequest();
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
                        if (!(message.resourceLogs && message.resourceLogs.length))
                            message.resourceLogs = [];
                        message.resourceLogs.push($root.otlp.ResourceLogs.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return LogsRequest;
    })();

    otlp.ResourceLogs = (function() {

        /**
         * Properties of a ResourceLogs.
         * @typedef {Object} otlp.ResourceLogs.$Properties
         * @property {otlp.Resource.$Properties|null} [resource] ResourceLogs resource
         * @property {Array.<otlp.ScopeLogs.$Properties>|null} [scopeLogs] ResourceLogs scopeLogs
         * @property {string|null} [schemaUrl] ResourceLogs schemaUrl
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ResourceLogs.
         * @memberof otlp
         * @interface IResourceLogs
         * @augments otlp.ResourceLogs.$Properties
         * @deprecated Use otlp.ResourceLogs.$Properties instead.
         */

        /**
         * Shape of a ResourceLogs.
         * @typedef {{
         *   resource?: otlp.Resource.$Shape|null;
         *   scopeLogs?: Array.<otlp.ScopeLogs.$Shape>|null;
         *   schemaUrl?: string|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.ResourceLogs.$Shape
         */

        /**
         * Constructs a new ResourceLogs.
         * @memberof otlp
         * @classdesc Represents a ResourceLogs.
         * @constructor
         * @param {otlp.ResourceLogs.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ResourceLogs = function (properties) {
            this.scopeLogs = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ResourceLogs resource.
         * @member {otlp.Resource.$Properties|null|undefined} resource
         * @memberof otlp.ResourceLogs
         * @instance
         */
        ResourceLogs.prototype.resource = null;

        /**
         * ResourceLogs scopeLogs.
         * @member {Array.<otlp.ScopeLogs.$Properties>} scopeLogs
         * @memberof otlp.ResourceLogs
         * @instance
         */
        ResourceLogs.prototype.scopeLogs = $util.emptyArray;

        /**
         * ResourceLogs schemaUrl.
         * @member {string} schemaUrl
         * @memberof otlp.ResourceLogs
         * @instance
         */
        ResourceLogs.prototype.schemaUrl = "";

        /**
         * Creates a new ResourceLogs instance using the specified properties.
         * @function create
         * @memberof otlp.ResourceLogs
         * @static
         * @param {otlp.ResourceLogs.$Properties=} [properties] Properties to set
         * @returns {otlp.ResourceLogs} ResourceLogs instance
         * @type {{
         *   (properties: otlp.ResourceLogs.$Shape): otlp.ResourceLogs & otlp.ResourceLogs.$Shape;
         *   (properties?: otlp.ResourceLogs.$Properties): otlp.ResourceLogs;
         * }}
         */
        ResourceLogs.create = function(properties) {
            return new ResourceLogs(properties);
        };

        /**
         * Encodes the specified ResourceLogs message. Does not implicitly {@link otlp.ResourceLogs.verify|verify} messages.
         * @function encode
         * @memberof otlp.ResourceLogs
         * @static
         * @param {otlp.ResourceLogs.$Properties} message ResourceLogs message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ResourceLogs.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.resource != null && $Object.hasOwnProperty.call(message, "resource"))
                $root.otlp.Resource.encode(message.resource, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.scopeLogs != null && message.scopeLogs.length)
                for (let i = 0; i < message.scopeLogs.length; ++i)
                    $root.otlp.ScopeLogs.encode(message.scopeLogs[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.schemaUrl != null && $Object.hasOwnProperty.call(message, "schemaUrl") && message.schemaUrl !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.schemaUrl);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ResourceLogs message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.ResourceLogs
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.ResourceLogs & otlp.ResourceLogs.$Shape} ResourceLogs
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ResourceLogs.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.ResourceLogs();
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
                        message.resource = $root.otlp.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.resource);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.scopeLogs && message.scopeLogs.length))
                            message.scopeLogs = [];
                        message.scopeLogs.push($root.otlp.ScopeLogs.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.schemaUrl = value;
                        else
                            delete message.schemaUrl;
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

        return ResourceLogs;
    })();

    otlp.ScopeLogs = (function() {

        /**
         * Properties of a ScopeLogs.
         * @typedef {Object} otlp.ScopeLogs.$Properties
         * @property {otlp.InstrumentationScope.$Properties|null} [scope] ScopeLogs scope
         * @property {Array.<otlp.LogRecord.$Properties>|null} [logRecords] ScopeLogs logRecords
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ScopeLogs.
         * @memberof otlp
         * @interface IScopeLogs
         * @augments otlp.ScopeLogs.$Properties
         * @deprecated Use otlp.ScopeLogs.$Properties instead.
         */

        /**
         * Shape of a ScopeLogs.
         * @typedef {{
         *   scope?: otlp.InstrumentationScope.$Shape|null;
         *   logRecords?: Array.<otlp.LogRecord.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.ScopeLogs.$Shape
         */

        /**
         * Constructs a new ScopeLogs.
         * @memberof otlp
         * @classdesc Represents a ScopeLogs.
         * @constructor
         * @param {otlp.ScopeLogs.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ScopeLogs = function (properties) {
            this.logRecords = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ScopeLogs scope.
         * @member {otlp.InstrumentationScope.$Properties|null|undefined} scope
         * @memberof otlp.ScopeLogs
         * @instance
         */
        ScopeLogs.prototype.scope = null;

        /**
         * ScopeLogs logRecords.
         * @member {Array.<otlp.LogRecord.$Properties>} logRecords
         * @memberof otlp.ScopeLogs
         * @instance
         */
        ScopeLogs.prototype.logRecords = $util.emptyArray;

        /**
         * Creates a new ScopeLogs instance using the specified properties.
         * @function create
         * @memberof otlp.ScopeLogs
         * @static
         * @param {otlp.ScopeLogs.$Properties=} [properties] Properties to set
         * @returns {otlp.ScopeLogs} ScopeLogs instance
         * @type {{
         *   (properties: otlp.ScopeLogs.$Shape): otlp.ScopeLogs & otlp.ScopeLogs.$Shape;
         *   (properties?: otlp.ScopeLogs.$Properties): otlp.ScopeLogs;
         * }}
         */
        ScopeLogs.create = function(properties) {
            return new ScopeLogs(properties);
        };

        /**
         * Encodes the specified ScopeLogs message. Does not implicitly {@link otlp.ScopeLogs.verify|verify} messages.
         * @function encode
         * @memberof otlp.ScopeLogs
         * @static
         * @param {otlp.ScopeLogs.$Properties} message ScopeLogs message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ScopeLogs.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.scope != null && $Object.hasOwnProperty.call(message, "scope"))
                $root.otlp.InstrumentationScope.encode(message.scope, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.logRecords != null && message.logRecords.length)
                for (let i = 0; i < message.logRecords.length; ++i)
                    $root.otlp.LogRecord.encode(message.logRecords[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ScopeLogs message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.ScopeLogs
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.ScopeLogs & otlp.ScopeLogs.$Shape} ScopeLogs
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ScopeLogs.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.ScopeLogs();
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
                        message.scope = $root.otlp.InstrumentationScope.decode(reader, reader.size(), $undefined, _depth + 1, message.scope);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.logRecords && message.logRecords.length))
                            message.logRecords = [];
                        message.logRecords.push($root.otlp.LogRecord.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return ScopeLogs;
    })();

    otlp.LogRecord = (function() {

        /**
         * Properties of a LogRecord.
         * @typedef {Object} otlp.LogRecord.$Properties
         * @property {number|null} [timeUnixNano] LogRecord timeUnixNano
         * @property {number|null} [severityNumber] LogRecord severityNumber
         * @property {string|null} [severityText] LogRecord severityText
         * @property {otlp.AnyValue.$Properties|null} [body] LogRecord body
         * @property {Array.<otlp.KeyValue.$Properties>|null} [attributes] LogRecord attributes
         * @property {number|null} [observedTimeUnixNano] LogRecord observedTimeUnixNano
         * @property {string|null} [eventName] LogRecord eventName
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LogRecord.
         * @memberof otlp
         * @interface ILogRecord
         * @augments otlp.LogRecord.$Properties
         * @deprecated Use otlp.LogRecord.$Properties instead.
         */

        /**
         * Shape of a LogRecord.
         * @typedef {{
         *   timeUnixNano?: number|null;
         *   severityNumber?: number|null;
         *   severityText?: string|null;
         *   body?: otlp.AnyValue.$Shape|null;
         *   attributes?: Array.<otlp.KeyValue.$Shape>|null;
         *   observedTimeUnixNano?: number|null;
         *   eventName?: string|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.LogRecord.$Shape
         */

        /**
         * Constructs a new LogRecord.
         * @memberof otlp
         * @classdesc Represents a LogRecord.
         * @constructor
         * @param {otlp.LogRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LogRecord = function (properties) {
            this.attributes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LogRecord timeUnixNano.
         * @member {number} timeUnixNano
         * @memberof otlp.LogRecord
         * @instance
         */
        LogRecord.prototype.timeUnixNano = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LogRecord severityNumber.
         * @member {number} severityNumber
         * @memberof otlp.LogRecord
         * @instance
         */
        LogRecord.prototype.severityNumber = 0;

        /**
         * LogRecord severityText.
         * @member {string} severityText
         * @memberof otlp.LogRecord
         * @instance
         */
        LogRecord.prototype.severityText = "";

        /**
         * LogRecord body.
         * @member {otlp.AnyValue.$Properties|null|undefined} body
         * @memberof otlp.LogRecord
         * @instance
         */
        LogRecord.prototype.body = null;

        /**
         * LogRecord attributes.
         * @member {Array.<otlp.KeyValue.$Properties>} attributes
         * @memberof otlp.LogRecord
         * @instance
         */
        LogRecord.prototype.attributes = $util.emptyArray;

        /**
         * LogRecord observedTimeUnixNano.
         * @member {number} observedTimeUnixNano
         * @memberof otlp.LogRecord
         * @instance
         */
        LogRecord.prototype.observedTimeUnixNano = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LogRecord eventName.
         * @member {string} eventName
         * @memberof otlp.LogRecord
         * @instance
         */
        LogRecord.prototype.eventName = "";

        /**
         * Creates a new LogRecord instance using the specified properties.
         * @function create
         * @memberof otlp.LogRecord
         * @static
         * @param {otlp.LogRecord.$Properties=} [properties] Properties to set
         * @returns {otlp.LogRecord} LogRecord instance
         * @type {{
         *   (properties: otlp.LogRecord.$Shape): otlp.LogRecord & otlp.LogRecord.$Shape;
         *   (properties?: otlp.LogRecord.$Properties): otlp.LogRecord;
         * }}
         */
        LogRecord.create = function(properties) {
            return new LogRecord(properties);
        };

        /**
         * Encodes the specified LogRecord message. Does not implicitly {@link otlp.LogRecord.verify|verify} messages.
         * @function encode
         * @memberof otlp.LogRecord
         * @static
         * @param {otlp.LogRecord.$Properties} message LogRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LogRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.timeUnixNano != null && $Object.hasOwnProperty.call(message, "timeUnixNano") && (typeof message.timeUnixNano === "object" ? message.timeUnixNano.low || message.timeUnixNano.high : message.timeUnixNano !== 0))
                writer.uint32(/* id 1, wireType 1 =*/9).fixed64(message.timeUnixNano);
            if (message.severityNumber != null && $Object.hasOwnProperty.call(message, "severityNumber") && message.severityNumber !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.severityNumber);
            if (message.severityText != null && $Object.hasOwnProperty.call(message, "severityText") && message.severityText !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.severityText);
            if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                $root.otlp.AnyValue.encode(message.body, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.attributes != null && message.attributes.length)
                for (let i = 0; i < message.attributes.length; ++i)
                    $root.otlp.KeyValue.encode(message.attributes[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.observedTimeUnixNano != null && $Object.hasOwnProperty.call(message, "observedTimeUnixNano") && (typeof message.observedTimeUnixNano === "object" ? message.observedTimeUnixNano.low || message.observedTimeUnixNano.high : message.observedTimeUnixNano !== 0))
                writer.uint32(/* id 11, wireType 1 =*/89).fixed64(message.observedTimeUnixNano);
            if (message.eventName != null && $Object.hasOwnProperty.call(message, "eventName") && message.eventName !== "")
                writer.uint32(/* id 12, wireType 2 =*/98).string(message.eventName);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LogRecord message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.LogRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.LogRecord & otlp.LogRecord.$Shape} LogRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LogRecord.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.LogRecord();
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
                        if (wireType !== 1)
                            break;
                        if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                            message.timeUnixNano = value;
                        else
                            delete message.timeUnixNano;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.severityNumber = value;
                        else
                            delete message.severityNumber;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.severityText = value;
                        else
                            delete message.severityText;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.body = $root.otlp.AnyValue.decode(reader, reader.size(), $undefined, _depth + 1, message.body);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.attributes && message.attributes.length))
                            message.attributes = [];
                        message.attributes.push($root.otlp.KeyValue.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 11: {
                        if (wireType !== 1)
                            break;
                        if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                            message.observedTimeUnixNano = value;
                        else
                            delete message.observedTimeUnixNano;
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.eventName = value;
                        else
                            delete message.eventName;
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

        return LogRecord;
    })();

    otlp.MetricsRequest = (function() {

        /**
         * Properties of a MetricsRequest.
         * @typedef {Object} otlp.MetricsRequest.$Properties
         * @property {Array.<otlp.ResourceMetrics.$Properties>|null} [resourceMetrics] MetricsRequest resourceMetrics
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MetricsRequest.
         * @memberof otlp
         * @interface IMetricsRequest
         * @augments otlp.MetricsRequest.$Properties
         * @deprecated Use otlp.MetricsRequest.$Properties instead.
         */

        /**
         * Shape of a MetricsRequest.
         * @typedef {{
         *   resourceMetrics?: Array.<otlp.ResourceMetrics.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.MetricsRequest.$Shape
         */

        /**
         * Constructs a new MetricsRequest.
         * @memberof otlp
         * @classdesc Represents a MetricsRequest.
         * @constructor
         * @param {otlp.MetricsRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MetricsRequest = function (properties) {
            this.resourceMetrics = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MetricsRequest resourceMetrics.
         * @member {Array.<otlp.ResourceMetrics.$Properties>} resourceMetrics
         * @memberof otlp.MetricsRequest
         * @instance
         */
        MetricsRequest.prototype.resourceMetrics = $util.emptyArray;

        /**
         * Creates a new MetricsRequest instance using the specified properties.
         * @function create
         * @memberof otlp.MetricsRequest
         * @static
         * @param {otlp.MetricsRequest.$Properties=} [properties] Properties to set
         * @returns {otlp.MetricsRequest} MetricsRequest instance
         * @type {{
         *   (properties: otlp.MetricsRequest.$Shape): otlp.MetricsRequest & otlp.MetricsRequest.$Shape;
         *   (properties?: otlp.MetricsRequest.$Properties): otlp.MetricsRequest;
         * }}
         */
        MetricsRequest.create = function(properties) {
            return new MetricsRequest(properties);
        };

        /**
         * Encodes the specified MetricsRequest message. Does not implicitly {@link otlp.MetricsRequest.verify|verify} messages.
         * @function encode
         * @memberof otlp.MetricsRequest
         * @static
         * @param {otlp.MetricsRequest.$Properties} message MetricsRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MetricsRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.resourceMetrics != null && message.resourceMetrics.length)
                for (let i = 0; i < message.resourceMetrics.length; ++i)
                    $root.otlp.ResourceMetrics.encode(message.resourceMetrics[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MetricsRequest message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.MetricsRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.MetricsRequest & otlp.MetricsRequest.$Shape} MetricsRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MetricsRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.MetricsRequest();
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
                        if (!(message.resourceMetrics && message.resourceMetrics.length))
                            message.resourceMetrics = [];
                        message.resourceMetrics.push($root.otlp.ResourceMetrics.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return MetricsRequest;
    })();

    otlp.ResourceMetrics = (function() {

        /**
         * Properties of a ResourceMetrics.
         * @typedef {Object} otlp.ResourceMetrics.$Properties
         * @property {otlp.Resource.$Properties|null} [resource] ResourceMetrics resource
         * @property {Array.<otlp.ScopeMetrics.$Properties>|null} [scopeMetrics] ResourceMetrics scopeMetrics
         * @property {string|null} [schemaUrl] ResourceMetrics schemaUrl
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ResourceMetrics.
         * @memberof otlp
         * @interface IResourceMetrics
         * @augments otlp.ResourceMetrics.$Properties
         * @deprecated Use otlp.ResourceMetrics.$Properties instead.
         */

        /**
         * Shape of a ResourceMetrics.
         * @typedef {{
         *   resource?: otlp.Resource.$Shape|null;
         *   scopeMetrics?: Array.<otlp.ScopeMetrics.$Shape>|null;
         *   schemaUrl?: string|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.ResourceMetrics.$Shape
         */

        /**
         * Constructs a new ResourceMetrics.
         * @memberof otlp
         * @classdesc Represents a ResourceMetrics.
         * @constructor
         * @param {otlp.ResourceMetrics.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ResourceMetrics = function (properties) {
            this.scopeMetrics = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ResourceMetrics resource.
         * @member {otlp.Resource.$Properties|null|undefined} resource
         * @memberof otlp.ResourceMetrics
         * @instance
         */
        ResourceMetrics.prototype.resource = null;

        /**
         * ResourceMetrics scopeMetrics.
         * @member {Array.<otlp.ScopeMetrics.$Properties>} scopeMetrics
         * @memberof otlp.ResourceMetrics
         * @instance
         */
        ResourceMetrics.prototype.scopeMetrics = $util.emptyArray;

        /**
         * ResourceMetrics schemaUrl.
         * @member {string} schemaUrl
         * @memberof otlp.ResourceMetrics
         * @instance
         */
        ResourceMetrics.prototype.schemaUrl = "";

        /**
         * Creates a new ResourceMetrics instance using the specified properties.
         * @function create
         * @memberof otlp.ResourceMetrics
         * @static
         * @param {otlp.ResourceMetrics.$Properties=} [properties] Properties to set
         * @returns {otlp.ResourceMetrics} ResourceMetrics instance
         * @type {{
         *   (properties: otlp.ResourceMetrics.$Shape): otlp.ResourceMetrics & otlp.ResourceMetrics.$Shape;
         *   (properties?: otlp.ResourceMetrics.$Properties): otlp.ResourceMetrics;
         * }}
         */
        ResourceMetrics.create = function(properties) {
            return new ResourceMetrics(properties);
        };

        /**
         * Encodes the specified ResourceMetrics message. Does not implicitly {@link otlp.ResourceMetrics.verify|verify} messages.
         * @function encode
         * @memberof otlp.ResourceMetrics
         * @static
         * @param {otlp.ResourceMetrics.$Properties} message ResourceMetrics message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ResourceMetrics.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.resource != null && $Object.hasOwnProperty.call(message, "resource"))
                $root.otlp.Resource.encode(message.resource, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.scopeMetrics != null && message.scopeMetrics.length)
                for (let i = 0; i < message.scopeMetrics.length; ++i)
                    $root.otlp.ScopeMetrics.encode(message.scopeMetrics[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.schemaUrl != null && $Object.hasOwnProperty.call(message, "schemaUrl") && message.schemaUrl !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.schemaUrl);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ResourceMetrics message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.ResourceMetrics
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.ResourceMetrics & otlp.ResourceMetrics.$Shape} ResourceMetrics
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ResourceMetrics.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.ResourceMetrics();
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
                        message.resource = $root.otlp.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.resource);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.scopeMetrics && message.scopeMetrics.length))
                            message.scopeMetrics = [];
                        message.scopeMetrics.push($root.otlp.ScopeMetrics.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.schemaUrl = value;
                        else
                            delete message.schemaUrl;
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

        return ResourceMetrics;
    })();

    otlp.ScopeMetrics = (function() {

        /**
         * Properties of a ScopeMetrics.
         * @typedef {Object} otlp.ScopeMetrics.$Properties
         * @property {otlp.InstrumentationScope.$Properties|null} [scope] ScopeMetrics scope
         * @property {Array.<otlp.Metric.$Properties>|null} [metrics] ScopeMetrics metrics
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ScopeMetrics.
         * @memberof otlp
         * @interface IScopeMetrics
         * @augments otlp.ScopeMetrics.$Properties
         * @deprecated Use otlp.ScopeMetrics.$Properties instead.
         */

        /**
         * Shape of a ScopeMetrics.
         * @typedef {{
         *   scope?: otlp.InstrumentationScope.$Shape|null;
         *   metrics?: Array.<otlp.Metric.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.ScopeMetrics.$Shape
         */

        /**
         * Constructs a new ScopeMetrics.
         * @memberof otlp
         * @classdesc Represents a ScopeMetrics.
         * @constructor
         * @param {otlp.ScopeMetrics.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ScopeMetrics = function (properties) {
            this.metrics = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ScopeMetrics scope.
         * @member {otlp.InstrumentationScope.$Properties|null|undefined} scope
         * @memberof otlp.ScopeMetrics
         * @instance
         */
        ScopeMetrics.prototype.scope = null;

        /**
         * ScopeMetrics metrics.
         * @member {Array.<otlp.Metric.$Properties>} metrics
         * @memberof otlp.ScopeMetrics
         * @instance
         */
        ScopeMetrics.prototype.metrics = $util.emptyArray;

        /**
         * Creates a new ScopeMetrics instance using the specified properties.
         * @function create
         * @memberof otlp.ScopeMetrics
         * @static
         * @param {otlp.ScopeMetrics.$Properties=} [properties] Properties to set
         * @returns {otlp.ScopeMetrics} ScopeMetrics instance
         * @type {{
         *   (properties: otlp.ScopeMetrics.$Shape): otlp.ScopeMetrics & otlp.ScopeMetrics.$Shape;
         *   (properties?: otlp.ScopeMetrics.$Properties): otlp.ScopeMetrics;
         * }}
         */
        ScopeMetrics.create = function(properties) {
            return new ScopeMetrics(properties);
        };

        /**
         * Encodes the specified ScopeMetrics message. Does not implicitly {@link otlp.ScopeMetrics.verify|verify} messages.
         * @function encode
         * @memberof otlp.ScopeMetrics
         * @static
         * @param {otlp.ScopeMetrics.$Properties} message ScopeMetrics message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ScopeMetrics.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.scope != null && $Object.hasOwnProperty.call(message, "scope"))
                $root.otlp.InstrumentationScope.encode(message.scope, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.metrics != null && message.metrics.length)
                for (let i = 0; i < message.metrics.length; ++i)
                    $root.otlp.Metric.encode(message.metrics[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ScopeMetrics message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.ScopeMetrics
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.ScopeMetrics & otlp.ScopeMetrics.$Shape} ScopeMetrics
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ScopeMetrics.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.ScopeMetrics();
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
                        message.scope = $root.otlp.InstrumentationScope.decode(reader, reader.size(), $undefined, _depth + 1, message.scope);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.metrics && message.metrics.length))
                            message.metrics = [];
                        message.metrics.push($root.otlp.Metric.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return ScopeMetrics;
    })();

    otlp.Metric = (function() {

        /**
         * Properties of a Metric.
         * @typedef {Object} otlp.Metric.$Properties
         * @property {string|null} [name] Metric name
         * @property {string|null} [unit] Metric unit
         * @property {otlp.Gauge.$Properties|null} [gauge] Metric gauge
         * @property {otlp.Sum.$Properties|null} [sum] Metric sum
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Metric.
         * @memberof otlp
         * @interface IMetric
         * @augments otlp.Metric.$Properties
         * @deprecated Use otlp.Metric.$Properties instead.
         */

        /**
         * Shape of a Metric.
         * @typedef {{
         *   name?: string|null;
         *   unit?: string|null;
         *   gauge?: otlp.Gauge.$Shape|null;
         *   sum?: otlp.Sum.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.Metric.$Shape
         */

        /**
         * Constructs a new Metric.
         * @memberof otlp
         * @classdesc Represents a Metric.
         * @constructor
         * @param {otlp.Metric.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Metric = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Metric name.
         * @member {string} name
         * @memberof otlp.Metric
         * @instance
         */
        Metric.prototype.name = "";

        /**
         * Metric unit.
         * @member {string} unit
         * @memberof otlp.Metric
         * @instance
         */
        Metric.prototype.unit = "";

        /**
         * Metric gauge.
         * @member {otlp.Gauge.$Properties|null|undefined} gauge
         * @memberof otlp.Metric
         * @instance
         */
        Metric.prototype.gauge = null;

        /**
         * Metric sum.
         * @member {otlp.Sum.$Properties|null|undefined} sum
         * @memberof otlp.Metric
         * @instance
         */
        Metric.prototype.sum = null;

        /**
         * Creates a new Metric instance using the specified properties.
         * @function create
         * @memberof otlp.Metric
         * @static
         * @param {otlp.Metric.$Properties=} [properties] Properties to set
         * @returns {otlp.Metric} Metric instance
         * @type {{
         *   (properties: otlp.Metric.$Shape): otlp.Metric & otlp.Metric.$Shape;
         *   (properties?: otlp.Metric.$Properties): otlp.Metric;
         * }}
         */
        Metric.create = function(properties) {
            return new Metric(properties);
        };

        /**
         * Encodes the specified Metric message. Does not implicitly {@link otlp.Metric.verify|verify} messages.
         * @function encode
         * @memberof otlp.Metric
         * @static
         * @param {otlp.Metric.$Properties} message Metric message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Metric.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.unit);
            if (message.gauge != null && $Object.hasOwnProperty.call(message, "gauge"))
                $root.otlp.Gauge.encode(message.gauge, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.sum != null && $Object.hasOwnProperty.call(message, "sum"))
                $root.otlp.Sum.encode(message.sum, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Metric message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.Metric
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.Metric & otlp.Metric.$Shape} Metric
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Metric.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.Metric();
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
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.unit = value;
                        else
                            delete message.unit;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.gauge = $root.otlp.Gauge.decode(reader, reader.size(), $undefined, _depth + 1, message.gauge);
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.sum = $root.otlp.Sum.decode(reader, reader.size(), $undefined, _depth + 1, message.sum);
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

        return Metric;
    })();

    otlp.Gauge = (function() {

        /**
         * Properties of a Gauge.
         * @typedef {Object} otlp.Gauge.$Properties
         * @property {Array.<otlp.NumberDataPoint.$Properties>|null} [dataPoints] Gauge dataPoints
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Gauge.
         * @memberof otlp
         * @interface IGauge
         * @augments otlp.Gauge.$Properties
         * @deprecated Use otlp.Gauge.$Properties instead.
         */

        /**
         * Shape of a Gauge.
         * @typedef {{
         *   dataPoints?: Array.<otlp.NumberDataPoint.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.Gauge.$Shape
         */

        /**
         * Constructs a new Gauge.
         * @memberof otlp
         * @classdesc Represents a Gauge.
         * @constructor
         * @param {otlp.Gauge.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Gauge = function (properties) {
            this.dataPoints = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Gauge dataPoints.
         * @member {Array.<otlp.NumberDataPoint.$Properties>} dataPoints
         * @memberof otlp.Gauge
         * @instance
         */
        Gauge.prototype.dataPoints = $util.emptyArray;

        /**
         * Creates a new Gauge instance using the specified properties.
         * @function create
         * @memberof otlp.Gauge
         * @static
         * @param {otlp.Gauge.$Properties=} [properties] Properties to set
         * @returns {otlp.Gauge} Gauge instance
         * @type {{
         *   (properties: otlp.Gauge.$Shape): otlp.Gauge & otlp.Gauge.$Shape;
         *   (properties?: otlp.Gauge.$Properties): otlp.Gauge;
         * }}
         */
        Gauge.create = function(properties) {
            return new Gauge(properties);
        };

        /**
         * Encodes the specified Gauge message. Does not implicitly {@link otlp.Gauge.verify|verify} messages.
         * @function encode
         * @memberof otlp.Gauge
         * @static
         * @param {otlp.Gauge.$Properties} message Gauge message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Gauge.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.dataPoints != null && message.dataPoints.length)
                for (let i = 0; i < message.dataPoints.length; ++i)
                    $root.otlp.NumberDataPoint.encode(message.dataPoints[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Gauge message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.Gauge
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.Gauge & otlp.Gauge.$Shape} Gauge
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Gauge.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.Gauge();
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
                        if (!(message.dataPoints && message.dataPoints.length))
                            message.dataPoints = [];
                        message.dataPoints.push($root.otlp.NumberDataPoint.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return Gauge;
    })();

    otlp.Sum = (function() {

        /**
         * Properties of a Sum.
         * @typedef {Object} otlp.Sum.$Properties
         * @property {Array.<otlp.NumberDataPoint.$Properties>|null} [dataPoints] Sum dataPoints
         * @property {number|null} [aggregationTemporality] Sum aggregationTemporality
         * @property {boolean|null} [isMonotonic] Sum isMonotonic
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Sum.
         * @memberof otlp
         * @interface ISum
         * @augments otlp.Sum.$Properties
         * @deprecated Use otlp.Sum.$Properties instead.
         */

        /**
         * Shape of a Sum.
         * @typedef {{
         *   dataPoints?: Array.<otlp.NumberDataPoint.$Shape>|null;
         *   aggregationTemporality?: number|null;
         *   isMonotonic?: boolean|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.Sum.$Shape
         */

        /**
         * Constructs a new Sum.
         * @memberof otlp
         * @classdesc Represents a Sum.
         * @constructor
         * @param {otlp.Sum.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Sum = function (properties) {
            this.dataPoints = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Sum dataPoints.
         * @member {Array.<otlp.NumberDataPoint.$Properties>} dataPoints
         * @memberof otlp.Sum
         * @instance
         */
        Sum.prototype.dataPoints = $util.emptyArray;

        /**
         * Sum aggregationTemporality.
         * @member {number} aggregationTemporality
         * @memberof otlp.Sum
         * @instance
         */
        Sum.prototype.aggregationTemporality = 0;

        /**
         * Sum isMonotonic.
         * @member {boolean} isMonotonic
         * @memberof otlp.Sum
         * @instance
         */
        Sum.prototype.isMonotonic = false;

        /**
         * Creates a new Sum instance using the specified properties.
         * @function create
         * @memberof otlp.Sum
         * @static
         * @param {otlp.Sum.$Properties=} [properties] Properties to set
         * @returns {otlp.Sum} Sum instance
         * @type {{
         *   (properties: otlp.Sum.$Shape): otlp.Sum & otlp.Sum.$Shape;
         *   (properties?: otlp.Sum.$Properties): otlp.Sum;
         * }}
         */
        Sum.create = function(properties) {
            return new Sum(properties);
        };

        /**
         * Encodes the specified Sum message. Does not implicitly {@link otlp.Sum.verify|verify} messages.
         * @function encode
         * @memberof otlp.Sum
         * @static
         * @param {otlp.Sum.$Properties} message Sum message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Sum.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.dataPoints != null && message.dataPoints.length)
                for (let i = 0; i < message.dataPoints.length; ++i)
                    $root.otlp.NumberDataPoint.encode(message.dataPoints[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.aggregationTemporality != null && $Object.hasOwnProperty.call(message, "aggregationTemporality") && message.aggregationTemporality !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.aggregationTemporality);
            if (message.isMonotonic != null && $Object.hasOwnProperty.call(message, "isMonotonic") && message.isMonotonic !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.isMonotonic);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Sum message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.Sum
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.Sum & otlp.Sum.$Shape} Sum
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Sum.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.Sum();
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
                        if (!(message.dataPoints && message.dataPoints.length))
                            message.dataPoints = [];
                        message.dataPoints.push($root.otlp.NumberDataPoint.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.aggregationTemporality = value;
                        else
                            delete message.aggregationTemporality;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isMonotonic = value;
                        else
                            delete message.isMonotonic;
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

        return Sum;
    })();

    otlp.NumberDataPoint = (function() {

        /**
         * Properties of a NumberDataPoint.
         * @typedef {Object} otlp.NumberDataPoint.$Properties
         * @property {number|null} [startTimeUnixNano] NumberDataPoint startTimeUnixNano
         * @property {number|null} [timeUnixNano] NumberDataPoint timeUnixNano
         * @property {number|null} [asDouble] NumberDataPoint asDouble
         * @property {Array.<otlp.KeyValue.$Properties>|null} [attributes] NumberDataPoint attributes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NumberDataPoint.
         * @memberof otlp
         * @interface INumberDataPoint
         * @augments otlp.NumberDataPoint.$Properties
         * @deprecated Use otlp.NumberDataPoint.$Properties instead.
         */

        /**
         * Shape of a NumberDataPoint.
         * @typedef {{
         *   startTimeUnixNano?: number|null;
         *   timeUnixNano?: number|null;
         *   asDouble?: number|null;
         *   attributes?: Array.<otlp.KeyValue.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} otlp.NumberDataPoint.$Shape
         */

        /**
         * Constructs a new NumberDataPoint.
         * @memberof otlp
         * @classdesc Represents a NumberDataPoint.
         * @constructor
         * @param {otlp.NumberDataPoint.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NumberDataPoint = function (properties) {
            this.attributes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NumberDataPoint startTimeUnixNano.
         * @member {number} startTimeUnixNano
         * @memberof otlp.NumberDataPoint
         * @instance
         */
        NumberDataPoint.prototype.startTimeUnixNano = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * NumberDataPoint timeUnixNano.
         * @member {number} timeUnixNano
         * @memberof otlp.NumberDataPoint
         * @instance
         */
        NumberDataPoint.prototype.timeUnixNano = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * NumberDataPoint asDouble.
         * @member {number} asDouble
         * @memberof otlp.NumberDataPoint
         * @instance
         */
        NumberDataPoint.prototype.asDouble = 0;

        /**
         * NumberDataPoint attributes.
         * @member {Array.<otlp.KeyValue.$Properties>} attributes
         * @memberof otlp.NumberDataPoint
         * @instance
         */
        NumberDataPoint.prototype.attributes = $util.emptyArray;

        /**
         * Creates a new NumberDataPoint instance using the specified properties.
         * @function create
         * @memberof otlp.NumberDataPoint
         * @static
         * @param {otlp.NumberDataPoint.$Properties=} [properties] Properties to set
         * @returns {otlp.NumberDataPoint} NumberDataPoint instance
         * @type {{
         *   (properties: otlp.NumberDataPoint.$Shape): otlp.NumberDataPoint & otlp.NumberDataPoint.$Shape;
         *   (properties?: otlp.NumberDataPoint.$Properties): otlp.NumberDataPoint;
         * }}
         */
        NumberDataPoint.create = function(properties) {
            return new NumberDataPoint(properties);
        };

        /**
         * Encodes the specified NumberDataPoint message. Does not implicitly {@link otlp.NumberDataPoint.verify|verify} messages.
         * @function encode
         * @memberof otlp.NumberDataPoint
         * @static
         * @param {otlp.NumberDataPoint.$Properties} message NumberDataPoint message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NumberDataPoint.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.startTimeUnixNano != null && $Object.hasOwnProperty.call(message, "startTimeUnixNano") && (typeof message.startTimeUnixNano === "object" ? message.startTimeUnixNano.low || message.startTimeUnixNano.high : message.startTimeUnixNano !== 0))
                writer.uint32(/* id 2, wireType 1 =*/17).fixed64(message.startTimeUnixNano);
            if (message.timeUnixNano != null && $Object.hasOwnProperty.call(message, "timeUnixNano") && (typeof message.timeUnixNano === "object" ? message.timeUnixNano.low || message.timeUnixNano.high : message.timeUnixNano !== 0))
                writer.uint32(/* id 3, wireType 1 =*/25).fixed64(message.timeUnixNano);
            if (message.asDouble != null && $Object.hasOwnProperty.call(message, "asDouble") && !$Object.is(message.asDouble, 0))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.asDouble);
            if (message.attributes != null && message.attributes.length)
                for (let i = 0; i < message.attributes.length; ++i)
                    $root.otlp.KeyValue.encode(message.attributes[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a NumberDataPoint message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.NumberDataPoint
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.NumberDataPoint & otlp.NumberDataPoint.$Shape} NumberDataPoint
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NumberDataPoint.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.NumberDataPoint();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 2: {
                        if (wireType !== 1)
                            break;
                        if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                            message.startTimeUnixNano = value;
                        else
                            delete message.startTimeUnixNano;
                        continue;
                    }
                case 3: {
                        if (wireType !== 1)
                            break;
                        if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                            message.timeUnixNano = value;
                        else
                            delete message.timeUnixNano;
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.asDouble = value;
                        else
                            delete message.asDouble;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.attributes && message.attributes.length))
                            message.attributes = [];
                        message.attributes.push($root.otlp.KeyValue.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return NumberDataPoint;
    })();

    otlp.ExportResponse = (function() {

        /**
         * Properties of an ExportResponse.
         * @typedef {Object} otlp.ExportResponse.$Properties
         * @property {otlp.PartialSuccess.$Properties|null} [partialSuccess] ExportResponse partialSuccess
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an ExportResponse.
         * @memberof otlp
         * @interface IExportResponse
         * @augments otlp.ExportResponse.$Properties
         * @deprecated Use otlp.ExportResponse.$Properties instead.
         */

        /**
         * Shape of an ExportResponse.
         * @typedef {otlp.ExportResponse.$Properties} otlp.ExportResponse.$Shape
         */

        /**
         * Constructs a new ExportResponse.
         * @memberof otlp
         * @classdesc Represents an ExportResponse.
         * @constructor
         * @param {otlp.ExportResponse.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ExportResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ExportResponse partialSuccess.
         * @member {otlp.PartialSuccess.$Properties|null|undefined} partialSuccess
         * @memberof otlp.ExportResponse
         * @instance
         */
        ExportResponse.prototype.partialSuccess = null;

        /**
         * Creates a new ExportResponse instance using the specified properties.
         * @function create
         * @memberof otlp.ExportResponse
         * @static
         * @param {otlp.ExportResponse.$Properties=} [properties] Properties to set
         * @returns {otlp.ExportResponse} ExportResponse instance
         * @type {{
         *   (properties: otlp.ExportResponse.$Shape): otlp.ExportResponse & otlp.ExportResponse.$Shape;
         *   (properties?: otlp.ExportResponse.$Properties): otlp.ExportResponse;
         * }}
         */
        ExportResponse.create = function(properties) {
            return new ExportResponse(properties);
        };

        /**
         * Encodes the specified ExportResponse message. Does not implicitly {@link otlp.ExportResponse.verify|verify} messages.
         * @function encode
         * @memberof otlp.ExportResponse
         * @static
         * @param {otlp.ExportResponse.$Properties} message ExportResponse message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ExportResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.partialSuccess != null && $Object.hasOwnProperty.call(message, "partialSuccess"))
                $root.otlp.PartialSuccess.encode(message.partialSuccess, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an ExportResponse message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.ExportResponse
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.ExportResponse & otlp.ExportResponse.$Shape} ExportResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ExportResponse.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.ExportResponse();
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
                        message.partialSuccess = $root.otlp.PartialSuccess.decode(reader, reader.size(), $undefined, _depth + 1, message.partialSuccess);
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

        return ExportResponse;
    })();

    otlp.PartialSuccess = (function() {

        /**
         * Properties of a PartialSuccess.
         * @typedef {Object} otlp.PartialSuccess.$Properties
         * @property {number|null} [rejected] PartialSuccess rejected
         * @property {string|null} [errorMessage] PartialSuccess errorMessage
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PartialSuccess.
         * @memberof otlp
         * @interface IPartialSuccess
         * @augments otlp.PartialSuccess.$Properties
         * @deprecated Use otlp.PartialSuccess.$Properties instead.
         */

        /**
         * Shape of a PartialSuccess.
         * @typedef {otlp.PartialSuccess.$Properties} otlp.PartialSuccess.$Shape
         */

        /**
         * Constructs a new PartialSuccess.
         * @memberof otlp
         * @classdesc Represents a PartialSuccess.
         * @constructor
         * @param {otlp.PartialSuccess.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PartialSuccess = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PartialSuccess rejected.
         * @member {number} rejected
         * @memberof otlp.PartialSuccess
         * @instance
         */
        PartialSuccess.prototype.rejected = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        /**
         * PartialSuccess errorMessage.
         * @member {string} errorMessage
         * @memberof otlp.PartialSuccess
         * @instance
         */
        PartialSuccess.prototype.errorMessage = "";

        /**
         * Creates a new PartialSuccess instance using the specified properties.
         * @function create
         * @memberof otlp.PartialSuccess
         * @static
         * @param {otlp.PartialSuccess.$Properties=} [properties] Properties to set
         * @returns {otlp.PartialSuccess} PartialSuccess instance
         * @type {{
         *   (properties: otlp.PartialSuccess.$Shape): otlp.PartialSuccess & otlp.PartialSuccess.$Shape;
         *   (properties?: otlp.PartialSuccess.$Properties): otlp.PartialSuccess;
         * }}
         */
        PartialSuccess.create = function(properties) {
            return new PartialSuccess(properties);
        };

        /**
         * Encodes the specified PartialSuccess message. Does not implicitly {@link otlp.PartialSuccess.verify|verify} messages.
         * @function encode
         * @memberof otlp.PartialSuccess
         * @static
         * @param {otlp.PartialSuccess.$Properties} message PartialSuccess message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PartialSuccess.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.rejected != null && $Object.hasOwnProperty.call(message, "rejected") && (typeof message.rejected === "object" ? message.rejected.low || message.rejected.high : message.rejected !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).int64(message.rejected);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.errorMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PartialSuccess message from the specified reader or buffer.
         * @function decode
         * @memberof otlp.PartialSuccess
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {otlp.PartialSuccess & otlp.PartialSuccess.$Shape} PartialSuccess
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PartialSuccess.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.otlp.PartialSuccess();
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
                            message.rejected = value;
                        else
                            delete message.rejected;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
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

        return PartialSuccess;
    })();

    return otlp;
})();

export {
  $root as default
};
