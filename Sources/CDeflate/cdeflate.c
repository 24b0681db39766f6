#include "cdeflate.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// What <zlib.h> declares; the library has kept these calls as they are since 1995.
typedef unsigned long (*bound_call)(unsigned long);
typedef int (*pack_call)(unsigned char *, unsigned long *, const unsigned char *, unsigned long, int);
typedef int (*unpack_call)(unsigned char *, unsigned long *, const unsigned char *, unsigned long);

static bound_call bound;
static pack_call pack;
static unpack_call unpack;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    pack = (pack_call)dlsym(library, "compress2");
    unpack = (unpack_call)dlsym(library, "uncompress");
    if (pack && unpack) bound = (bound_call)dlsym(library, "compressBound");
}

long cdeflate_bound(long count) {
    pthread_once(&once, load);
    return bound && count >= 0 ? (long)bound((unsigned long)count) : 0;
}

long cdeflate_pack(const unsigned char *bytes, long count, unsigned char *packed, long room) {
    if (!cdeflate_bound(0) || count < 0 || room < 0) return -1;
    unsigned long made = (unsigned long)room;
    // The quickest level: the next ones take twice the time for a tenth less.
    return pack(packed, &made, bytes, (unsigned long)count, 1) == 0 ? (long)made : -1;
}

long cdeflate_unpack(const unsigned char *packed, long count, unsigned char *bytes, long room) {
    if (!cdeflate_bound(0) || count < 0 || room < 0) return -1;
    unsigned long made = (unsigned long)room;
    return unpack(bytes, &made, packed, (unsigned long)count) == 0 ? (long)made : -1;
}
