// libzip, loaded when the first archive is read. Its libraries (libcrypto among them) would otherwise cost every
// start of Sen more than Sen itself.
#ifndef CZIP_H
#define CZIP_H

#include <zip.h>

/// The calls of libzip that Sen uses, each of the type that <zip.h> declares.
typedef struct {
    __typeof__(&zip_source_buffer_create) source_buffer_create;
    __typeof__(&zip_source_free) source_free;
    __typeof__(&zip_open_from_source) open_from_source;
    __typeof__(&zip_discard) discard;
    __typeof__(&zip_get_num_entries) get_num_entries;
    __typeof__(&zip_stat_index) stat_index;
    __typeof__(&zip_fopen_index) fopen_index;
    __typeof__(&zip_fread) fread;
    __typeof__(&zip_fclose) fclose;
} czip_calls;

/// Loads libzip once and gives its calls, or NULL where the library is not installed.
const czip_calls *czip_load(void);

#endif
