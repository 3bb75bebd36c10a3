// What Swift cannot call in libxml2 by itself, as static inline functions, each with its reason.
#pragma once
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/c14n.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>
#include <libxml/SAX2.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses to touch.
static inline void hoso_xml_free(void *memory) { xmlFree(memory); }
