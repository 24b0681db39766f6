// zlib, loaded when the first large file is kept or read back, so that nobody else waits for it.
#ifndef CDEFLATE_H
#define CDEFLATE_H

/// The most bytes that so many bytes can become; 0 where zlib is not installed.
long cdeflate_bound(long count);
/// Packs bytes into `room` bytes; gives how many they became, or -1.
long cdeflate_pack(const unsigned char *bytes, long count, unsigned char *packed, long room);
/// Unpacks bytes into `room` bytes; gives how many they became, or -1.
long cdeflate_unpack(const unsigned char *packed, long count, unsigned char *bytes, long room);

#endif
