/* The parts of the module "cherub:native", each of which adds its functions to it. */
#ifndef CHERUB_NATIVE_H
#define CHERUB_NATIVE_H

#include <stddef.h>
#include <stdint.h>
#include "quickjs.h"

#define CALL JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv

typedef JSValue NativeFunction(CALL);

typedef struct {
  const char *name;
  int length;
  NativeFunction *call;
} NativeEntry;

#define FILE_ENTRIES 6
#define PROCESS_ENTRIES 4
#define MACHINE_ENTRIES 6
#define JOB_ENTRIES 9

extern const NativeEntry native_files[FILE_ENTRIES];
extern const NativeEntry native_processes[PROCESS_ENTRIES];
extern const NativeEntry native_machine[MACHINE_ENTRIES];
extern const NativeEntry native_jobs[JOB_ENTRIES];

JSModuleDef *native_init_module(JSContext *ctx, const char *name);

/* A view on the bytes of a Uint8Array; NULL with an exception when it is none. */
uint8_t *native_bytes(JSContext *ctx, JSValueConst value, size_t *length);

#endif
