#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

/// Frees a string that libxml2 handed out; `xmlFree` itself is a variable, which Swift 6 does not let in.
static inline void cxml_free(xmlChar *_Nullable string) { xmlFree(string); }
