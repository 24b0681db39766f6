#include "cxml2.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned char xmlChar;
typedef void (*any)(void);

/// libxml2's table of callbacks, whose order and size have been the same since version 2.6.
typedef struct {
    void (*internal_subset)(void *, const xmlChar *, const xmlChar *, const xmlChar *);
    any before_text[16];
    void (*characters)(void *, const xmlChar *, int);
    void (*ignorable_whitespace)(void *, const xmlChar *, int);
    any processing_instruction, comment, warning, error, fatal_error, get_parameter_entity;
    void (*cdata)(void *, const xmlChar *, int);
    any external_subset;
    unsigned int initialized;
    void *private;
    void (*start)(void *, const xmlChar *, const xmlChar *, const xmlChar *, int, const xmlChar **, int, int,
                  const xmlChar **);
    void (*end)(void *, const xmlChar *, const xmlChar *, const xmlChar *);
    any structured_error;
} handler;

static struct {
    void *(*create)(handler *, void *, const char *, int, const char *);
    int (*parse)(void *, const char *, int, int);
    void (*stop)(void *);
    void (*release)(void *);
    int (*options)(void *, int);
} library;
static int loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

struct cxml_reader {
    void *parser;
    cxml_events events;
    int refused;
    int stopped;
    cxml_attribute attributes[256];
};

static void load(void) {
    void *file = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!file) file = dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
    if (!file) return;
    library.create = (__typeof__(library.create))dlsym(file, "xmlCreatePushParserCtxt");
    library.parse = (__typeof__(library.parse))dlsym(file, "xmlParseChunk");
    library.stop = (__typeof__(library.stop))dlsym(file, "xmlStopParser");
    library.release = (__typeof__(library.release))dlsym(file, "xmlFreeParserCtxt");
    library.options = (__typeof__(library.options))dlsym(file, "xmlCtxtUseOptions");
    loaded = library.create && library.parse && library.stop && library.release && library.options;
}

int cxml_load(void) {
    pthread_once(&once, load);
    return loaded;
}

static void refuse(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    cxml_reader *reader = context;
    reader->refused = 1;
    cxml_stop(reader);
}

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int spaces,
                  const xmlChar **declared, int count, int defaulted, const xmlChar **attributes) {
    (void)prefix, (void)space, (void)spaces, (void)declared, (void)defaulted;
    cxml_reader *reader = context;
    if (count > 256) count = 256;
    for (int i = 0; i < count; i++) {
        const xmlChar **attribute = attributes + 5 * i;
        reader->attributes[i] = (cxml_attribute){(const char *)attribute[0], (const char *)attribute[3],
                                                 attribute[4] - attribute[3]};
    }
    reader->events.start(reader->events.context, (const char *)name, reader->attributes, count);
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
    (void)prefix, (void)space;
    cxml_reader *reader = context;
    reader->events.end(reader->events.context, (const char *)name);
}

static void text(void *context, const xmlChar *bytes, int length) {
    cxml_reader *reader = context;
    reader->events.text(reader->events.context, (const char *)bytes, length);
}

static void quiet(void) {}

cxml_reader *cxml_open(cxml_events events) {
    if (!cxml_load()) return NULL;
    cxml_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->events = events;
    handler table;
    memset(&table, 0, sizeof table);
    table.internal_subset = refuse;
    table.characters = text;
    table.ignorable_whitespace = text;
    table.cdata = text;
    table.warning = table.error = table.fatal_error = quiet;
    // The mark of a table with callbacks for names in spaces.
    table.initialized = 0xDEEDBEAF;
    table.start = start;
    table.end = end;
    table.structured_error = quiet;
    reader->parser = library.create(&table, reader, NULL, 0, NULL);
    if (!reader->parser) {
        free(reader);
        return NULL;
    }
    // XML_PARSE_NONET: nothing is fetched.
    library.options(reader->parser, 1 << 11);
    return reader;
}

int cxml_feed(cxml_reader *reader, const char *bytes, int length, int last) {
    if (reader->refused) return CXML_DOCTYPE;
    if (reader->stopped) return CXML_OK;
    int problem = library.parse(reader->parser, bytes, length, last);
    if (reader->refused) return CXML_DOCTYPE;
    return problem && !reader->stopped ? CXML_MALFORMED : CXML_OK;
}

void cxml_stop(cxml_reader *reader) {
    reader->stopped = 1;
    library.stop(reader->parser);
}

void cxml_close(cxml_reader *reader) {
    library.release(reader->parser);
    free(reader);
}
