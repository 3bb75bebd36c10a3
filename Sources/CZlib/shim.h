// zlib as it is; the macros deflateInit2 and inflateInit2 are called by their underscored functions.
#pragma once
#include <zlib.h>
