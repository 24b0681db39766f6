/* SQLite, and those of its macros and variadic functions that Swift cannot call. */
#ifndef SEN_SQLITE_H
#define SEN_SQLITE_H

#include <sqlite3.h>

/* Says that SQLite is to copy what it is given before the call returns. */
static inline sqlite3_destructor_type sen_sqlite_copied(void) { return SQLITE_TRANSIENT; }

/* Before the first database is opened. What a savepoint has to remember stays in memory up to 128 KB: a sentence inside
   a long transaction would else write eight pages into a file to be able to take itself back. More must not stay there:
   SQLite writes all of it to the file at once then, and a write of more than 131,071 bytes fails as on a full disk. And
   nobody asks how much memory there is in use. */
static inline int sen_sqlite_prepare(void) {
    int code = sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, 131000);
    if (code == SQLITE_OK) code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return code;
}

/* Enforces references, takes "x" for a name and never for a text, and trusts no function that a file brings along. */
static inline int sen_sqlite_be_strict(sqlite3 *database) {
    int code = sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, (int *)0);
    if (code == SQLITE_OK) code = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
    if (code == SQLITE_OK) code = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
    if (code == SQLITE_OK) code = sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
    return code;
}

#endif
