#include "czip.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static czip_calls calls;
static int loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    loaded = 1;
#define FIND(name) \
    calls.name = (__typeof__(calls.name))dlsym(library, "zip_" #name); \
    loaded = loaded && calls.name
    FIND(source_buffer_create);
    FIND(source_free);
    FIND(open_from_source);
    FIND(discard);
    FIND(get_num_entries);
    FIND(stat_index);
    FIND(fopen_index);
    FIND(fread);
    FIND(fclose);
#undef FIND
}

const czip_calls *czip_load(void) {
    pthread_once(&once, load);
    return loaded ? &calls : NULL;
}
