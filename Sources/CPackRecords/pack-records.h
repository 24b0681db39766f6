// The linker gathers one record of every pack in the section "sen_packs"; these two functions give its bounds.
#ifndef SEN_PACK_RECORDS_H
#define SEN_PACK_RECORDS_H

typedef const void *(*sen_pack_function)(void);

typedef struct {
    unsigned int version;
    sen_pack_function make;
} sen_pack_record;

extern const sen_pack_record __start_sen_packs[] __attribute__((weak));
extern const sen_pack_record __stop_sen_packs[] __attribute__((weak));

static inline const sen_pack_record *sen_packs_first(void) { return __start_sen_packs; }
static inline const sen_pack_record *sen_packs_end(void) { return __stop_sen_packs; }

#endif
