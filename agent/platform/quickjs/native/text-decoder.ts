import { textOf } from 'cherub:native';

/** For protobufjs, which makes one when it is loaded; our own reader does not use it. */
export class TextDecoder {
  decode(bytes: Uint8Array): string {
    return textOf(bytes);
  }
}
