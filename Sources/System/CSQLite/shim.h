#pragma once
#include <sqlite3.h>

/// Tells SQLite to copy a text that is bound; the macro is a cast, which Swift does not see.
static const sqlite3_destructor_type csqlite_transient = SQLITE_TRANSIENT;
