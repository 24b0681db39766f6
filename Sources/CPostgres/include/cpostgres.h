// libpq, loaded when the first address of a PostgreSQL server is opened, so that nobody else pays for it.
#ifndef CPOSTGRES_H
#define CPOSTGRES_H

typedef struct pg_connection pg_connection;
typedef struct pg_result pg_result;
typedef struct pg_cancel pg_cancel;

/// The calls of libpq that Sen uses; their types have been the same since version 9.2.
typedef struct {
    pg_connection *(*connectdb)(const char *address);
    int (*status)(const pg_connection *);
    char *(*errorMessage)(const pg_connection *);
    void (*finish)(pg_connection *);
    int (*serverVersion)(const pg_connection *);
    int (*transactionStatus)(const pg_connection *);
    pg_result *(*exec)(pg_connection *, const char *text);
    pg_result *(*prepare)(pg_connection *, const char *name, const char *text, int count, const unsigned int *types);
    pg_result *(*execPrepared)(pg_connection *, const char *name, int count, const char *const *values,
                               const int *lengths, const int *formats, int result_format);
    int (*sendQueryPrepared)(pg_connection *, const char *name, int count, const char *const *values,
                             const int *lengths, const int *formats, int result_format);
    int (*setSingleRowMode)(pg_connection *);
    pg_result *(*getResult)(pg_connection *);
    int (*resultStatus)(const pg_result *);
    char *(*resultErrorField)(const pg_result *, int field);
    int (*ntuples)(const pg_result *);
    int (*nfields)(const pg_result *);
    char *(*fname)(const pg_result *, int column);
    unsigned int (*ftype)(const pg_result *, int column);
    char *(*getvalue)(const pg_result *, int row, int column);
    int (*getlength)(const pg_result *, int row, int column);
    int (*getisnull)(const pg_result *, int row, int column);
    char *(*cmdTuples)(pg_result *);
    void (*clear)(pg_result *);
    pg_cancel *(*getCancel)(pg_connection *);
    int (*cancel)(pg_cancel *, char *message, int size);
    void (*freeCancel)(pg_cancel *);
    void (*(*setNoticeProcessor)(pg_connection *, void (*)(void *, const char *), void *))(void *, const char *);
} cpostgres_calls;

/// Loads libpq once and gives its calls, or a null pointer where the library is not installed.
const cpostgres_calls *cpostgres_load(void);
/// Keeps a connection's notices off the terminal.
void cpostgres_be_quiet(pg_connection *connection);

#endif
