#include "cpostgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static cpostgres_calls calls;
static int loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    loaded = 1;
#define FIND(name) \
    calls.name = (__typeof__(calls.name))dlsym(library, "PQ" #name); \
    loaded = loaded && calls.name
    FIND(connectdb);
    FIND(status);
    FIND(errorMessage);
    FIND(finish);
    FIND(serverVersion);
    FIND(transactionStatus);
    FIND(exec);
    FIND(prepare);
    FIND(execPrepared);
    FIND(sendQueryPrepared);
    FIND(setSingleRowMode);
    FIND(getResult);
    FIND(resultStatus);
    FIND(resultErrorField);
    FIND(ntuples);
    FIND(nfields);
    FIND(fname);
    FIND(ftype);
    FIND(getvalue);
    FIND(getlength);
    FIND(getisnull);
    FIND(cmdTuples);
    FIND(clear);
    FIND(getCancel);
    FIND(cancel);
    FIND(freeCancel);
    FIND(setNoticeProcessor);
#undef FIND
}

const cpostgres_calls *cpostgres_load(void) {
    pthread_once(&once, load);
    return loaded ? &calls : NULL;
}

static void ignore(void *context, const char *message) {
    (void)context;
    (void)message;
}

void cpostgres_be_quiet(pg_connection *connection) {
    if (cpostgres_load()) calls.setNoticeProcessor(connection, ignore, NULL);
}
