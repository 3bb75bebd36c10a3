// What Swift cannot call in libxml2 by itself, as static inline functions, each with its reason.
#pragma once
// libxml2's headers would draw in ICU's, whose types Foundation defines again: no target could see both.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/c14n.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>
#include <libxml/SAX2.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses to touch.
static inline void hoso_xml_free(void *memory) { xmlFree(memory); }

// A handler with a variable number of arguments cannot be written in Swift.
static inline void hoso_xml_say_nothing(void *context, const char *message, ...) { (void)context, (void)message; }
static inline void hoso_xml_silence(void) { xmlSetGenericErrorFunc(NULL, hoso_xml_say_nothing); }
