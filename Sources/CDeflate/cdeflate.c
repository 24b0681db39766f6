#include "cdeflate.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <zlib.h>

static __typeof__(&compressBound) bound;
static __typeof__(&compress2) pack;
static __typeof__(&uncompress) unpack;
static __typeof__(&crc32) crc;
static __typeof__(&deflateInit2_) begin;
static __typeof__(&deflate) more;
static __typeof__(&deflateEnd) end;
static int loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    loaded = 1;
#define FIND(call, name) \
    call = (__typeof__(call))dlsym(library, name); \
    loaded = loaded && call
    FIND(bound, "compressBound");
    FIND(pack, "compress2");
    FIND(unpack, "uncompress");
    FIND(crc, "crc32");
    FIND(begin, "deflateInit2_");
    FIND(more, "deflate");
    FIND(end, "deflateEnd");
#undef FIND
}

static int has_zlib(void) {
    pthread_once(&once, load);
    return loaded;
}

long cdeflate_bound(long count) {
    return has_zlib() && count >= 0 ? (long)bound((unsigned long)count) : 0;
}

long cdeflate_pack(const unsigned char *bytes, long count, unsigned char *packed, long room) {
    if (!has_zlib() || count < 0 || room < 0) return -1;
    unsigned long made = (unsigned long)room;
    // The quickest level: the next ones take twice the time for a tenth less.
    return pack(packed, &made, bytes, (unsigned long)count, 1) == 0 ? (long)made : -1;
}

long cdeflate_unpack(const unsigned char *packed, long count, unsigned char *bytes, long room) {
    if (!has_zlib() || count < 0 || room < 0) return -1;
    unsigned long made = (unsigned long)room;
    return unpack(bytes, &made, packed, (unsigned long)count) == 0 ? (long)made : -1;
}

struct cdeflate_stream {
    z_stream zlib;
};

cdeflate_stream *cdeflate_begin(int level) {
    if (!has_zlib()) return NULL;
    cdeflate_stream *stream = calloc(1, sizeof *stream);
    // Without the head and the sum of the zlib format: a ZIP file has its own.
    if (stream && begin(&stream->zlib, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                        (int)sizeof(z_stream)) != Z_OK) {
        free(stream);
        return NULL;
    }
    return stream;
}

void cdeflate_feed(cdeflate_stream *stream, const unsigned char *bytes, unsigned count) {
    stream->zlib.next_in = (unsigned char *)bytes;
    stream->zlib.avail_in = count;
}

long cdeflate_take(cdeflate_stream *stream, unsigned char *packed, unsigned room, int last) {
    stream->zlib.next_out = packed;
    stream->zlib.avail_out = room;
    int state = more(&stream->zlib, last ? Z_FINISH : Z_NO_FLUSH);
    return state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR ? (long)(room - stream->zlib.avail_out) : -1;
}

void cdeflate_end(cdeflate_stream *stream) {
    end(&stream->zlib);
    free(stream);
}

unsigned cdeflate_crc(unsigned sum, const unsigned char *bytes, unsigned count) {
    return has_zlib() ? (unsigned)crc(sum, bytes, count) : 0;
}
