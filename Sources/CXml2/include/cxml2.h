#ifndef CXML2_H
#define CXML2_H

// XML is read through libxml2's push parser. The library (and ICU behind it) is loaded when the first file is read, so
// that nobody else waits for it.

/// What a reader is told of. Names are local names; attributes come as name, value, length of value.
typedef struct {
    const char *name;
    const char *value;
    long length;
} cxml_attribute;

typedef struct {
    void *context;
    void (*start)(void *context, const char *name, const cxml_attribute *attributes, long count);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, const char *bytes, long length);
} cxml_events;

typedef struct cxml_reader cxml_reader;

/// How reading went.
enum { CXML_OK = 0, CXML_MALFORMED = 1, CXML_DOCTYPE = 2 };

/// Whether the library is there.
int cxml_load(void);
/// Begins a document; NULL where the library or memory is missing.
cxml_reader *cxml_open(cxml_events events);
/// Reads on; `last` ends the document.
int cxml_feed(cxml_reader *reader, const char *bytes, int length, int last);
/// Tells the reader to stop; what is fed behind that is not read.
void cxml_stop(cxml_reader *reader);
/// Ends reading.
void cxml_close(cxml_reader *reader);

#endif
