// zlib, loaded when the first large file is kept or read back, or the first workbook is written, so that nobody else
// waits for it.
#ifndef CDEFLATE_H
#define CDEFLATE_H

/// The most bytes that so many bytes can become; 0 where zlib is not installed.
long cdeflate_bound(long count);
/// Packs bytes into `room` bytes; gives how many they became, or -1.
long cdeflate_pack(const unsigned char *bytes, long count, unsigned char *packed, long room);
/// Unpacks bytes into `room` bytes; gives how many they became, or -1.
long cdeflate_unpack(const unsigned char *packed, long count, unsigned char *bytes, long room);

/// Bytes that are packed as they come, as a ZIP file has them.
typedef struct cdeflate_stream cdeflate_stream;
/// Begins a stream at a level from 1 to 9; NULL where zlib is not installed or memory is short.
cdeflate_stream *cdeflate_begin(int level);
/// Hands over the next bytes, which must stay where they are until all of them are taken.
void cdeflate_feed(cdeflate_stream *stream, const unsigned char *bytes, unsigned count);
/// Writes what is packed into `room` bytes and gives how many they are, or -1. When they do not fill the room, all
/// that was fed is taken; with `last` the stream is then whole.
long cdeflate_take(cdeflate_stream *stream, unsigned char *packed, unsigned room, int last);
/// Ends the stream and frees it.
void cdeflate_end(cdeflate_stream *stream);
/// The sum CRC-32 of bytes behind others, whose sum it gets; it begins with 0.
unsigned cdeflate_crc(unsigned sum, const unsigned char *bytes, unsigned count);

#endif
