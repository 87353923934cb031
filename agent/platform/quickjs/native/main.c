/*
 * The compact agent: QuickJS, the module "cherub:native", and two programs as bytecode: the resident one, which has no schema
 * of the config in it, and the one with everything else, which the resident one starts to have its config read. YAML
 * is a piece of its own that either loads when it must.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include "native.h"
#include "quickjs-libc.h"

/* A kernel with larger pages refuses, which costs nothing. */
#define PAGE_BYTES 4096

extern const uint32_t qjsc_resident_size, qjsc_tools_size, qjsc_yaml_size;
extern const uint8_t qjsc_resident[], qjsc_tools[], qjsc_yaml[];
JSValue native_job_event(CALL);
JSValue native_take_jobs(CALL);

/* loadYaml(): runs the piece that puts the reader of YAML where the programs look for it */
static JSValue load_yaml(CALL) {
  js_std_eval_binary(ctx, qjsc_yaml, qjsc_yaml_size, 0);
  return JS_UNDEFINED;
}

/* Pages of the file that are read once: they come back from the file when they are needed again. */
static void forget(const uint8_t *bytes, size_t length) {
  uintptr_t start = ((uintptr_t)bytes + PAGE_BYTES - 1) & ~(uintptr_t)(PAGE_BYTES - 1);
  uintptr_t end = ((uintptr_t)bytes + length) & ~(uintptr_t)(PAGE_BYTES - 1);
  if (end > start) madvise((void *)start, end - start, MADV_DONTNEED);
}

/* tidy(): gives back what the start has left behind, or a busy time */
static JSValue tidy(CALL) {
  JS_RunGC(JS_GetRuntime(ctx));
  malloc_trim(0);
  forget(qjsc_resident, qjsc_resident_size);
  forget(qjsc_yaml, qjsc_yaml_size);
  return JS_UNDEFINED;
}

static const NativeEntry native_events[] = {
    {"loadYaml", 0, load_yaml},
    {"tidy", 0, tidy},
    {"jobEvent", 0, native_job_event}, {"takeJobs", 0, native_take_jobs},
};

/* Those that differ between architectures or that the module "os" does not have. */
static const struct {
  const char *name;
  int value;
} flags[] = {
    {"O_DIRECT", O_DIRECT}, {"O_NONBLOCK", O_NONBLOCK}, {"O_NOCTTY", O_NOCTTY}, {"O_CLOEXEC", O_CLOEXEC},
};

#define LENGTH(list) (sizeof list / sizeof list[0])
#define EACH_LIST(use)                                                                                \
  use(native_files, FILE_ENTRIES) use(native_processes, PROCESS_ENTRIES)                              \
      use(native_machine, MACHINE_ENTRIES) use(native_jobs, JOB_ENTRIES) use(native_events, LENGTH(native_events))

static int fill_module(JSContext *ctx, JSModuleDef *module) {
#define SET(list, count)                  \
  for (size_t i = 0; i < (count); i++)    \
    JS_SetModuleExport(ctx, module, list[i].name, JS_NewCFunction(ctx, list[i].call, list[i].name, list[i].length));
  EACH_LIST(SET)
  for (size_t i = 0; i < LENGTH(flags); i++)
    JS_SetModuleExport(ctx, module, flags[i].name, JS_NewInt32(ctx, flags[i].value));
  return 0;
}

JSModuleDef *native_init_module(JSContext *ctx, const char *name) {
  JSModuleDef *module = JS_NewCModule(ctx, name, fill_module);
  if (module == NULL) return NULL;
#define ADD(list, count) \
  for (size_t i = 0; i < (count); i++) JS_AddModuleExport(ctx, module, list[i].name);
  EACH_LIST(ADD)
  for (size_t i = 0; i < LENGTH(flags); i++) JS_AddModuleExport(ctx, module, flags[i].name);
  return module;
}

static JSContext *new_context(JSRuntime *runtime) {
  JSContext *ctx = JS_NewContextRaw(runtime);
  if (ctx == NULL) return NULL;
  JS_AddIntrinsicBaseObjects(ctx);
  JS_AddIntrinsicDate(ctx);
  JS_AddIntrinsicRegExp(ctx);
  JS_AddIntrinsicJSON(ctx);
  JS_AddIntrinsicProxy(ctx);
  JS_AddIntrinsicMapSet(ctx);
  JS_AddIntrinsicTypedArrays(ctx);
  JS_AddIntrinsicPromise(ctx);
  JS_AddIntrinsicWeakRef(ctx);
  js_init_module_std(ctx, "qjs:std");
  js_init_module_os(ctx, "qjs:os");
  native_init_module(ctx, "cherub:native");
  return ctx;
}

int main(int argc, char **argv) {
  /* Threads must not each bring a heap of their own, and what is freed goes back. */
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TRIM_THRESHOLD, 64 * 1024);
  mallopt(M_MMAP_THRESHOLD, 64 * 1024);
  signal(SIGPIPE, SIG_IGN);
  int resident = argc > 1 && strcmp(argv[1], "run") == 0;
  JSRuntime *runtime = JS_NewRuntime();
  if (runtime == NULL) return 1;
  js_std_init_handlers(runtime);
  JSContext *ctx = new_context(runtime);
  if (ctx == NULL) return 1;
  js_std_add_helpers(ctx, argc, argv);
  if (resident) js_std_eval_binary(ctx, qjsc_resident, qjsc_resident_size, 0);
  else js_std_eval_binary(ctx, qjsc_tools, qjsc_tools_size, 0);
  js_std_loop(ctx);
  /* The kernel takes everything back at once. */
  return 1;
}
