package org.leasekit.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leasekit.port.TableFault;
import org.leasekit.port.UnreadableTableException;

/** Finds out which encoding a text is in, by decoding all of it strictly. */
final class Encodings {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /**
   * So many characters of several bytes in a row are UTF-8 by intent: Chinese text in GB18030 seldom
   * passes for it over more than two or three.
   */
  private static final int UTF_8_BY_INTENT = 16;

  private static final int CHUNK = 1 << 16;

  private Encodings() {}

  /**
   * UTF-8, or GB18030 when the file is none.
   *
   * @throws UnreadableTableException when it is neither, or is UTF-8 that is damaged or cut off
   * @throws IOException when it cannot be read
   */
  static Charset detect(Path file) throws IOException {
    int start = start(file);
    if (start >>> 8 == 0xFEFF || start >>> 8 == 0xFFFE) {
      throw new UnreadableTableException(TableFault.TEXT_IN_UTF_16, null, file.toString());
    }
    boolean marked = start == 0xEFBBBF;
    Scan utf8 = Scan.of(file, StandardCharsets.UTF_8);
    if (utf8.errorAt < 0) {
      return StandardCharsets.UTF_8;
    }
    if (utf8.cutOff && utf8.wide > 0) {
      throw new UnreadableTableException(TableFault.TEXT_CUT_OFF, null, file.toString());
    }
    if (marked || utf8.wide >= UTF_8_BY_INTENT) {
      throw new UnreadableTableException(
          TableFault.TEXT_DAMAGED, null, file.toString(), Long.toString(utf8.errorAt));
    }
    Scan gb18030 = Scan.of(file, GB18030);
    if (gb18030.errorAt >= 0) {
      throw gb18030.cutOff
          ? new UnreadableTableException(TableFault.TEXT_CUT_OFF, null, file.toString())
          : new UnreadableTableException(
              TableFault.TEXT_IN_UNKNOWN_ENCODING, null, file.toString(),
              Long.toString(gb18030.errorAt));
    }
    return GB18030;
  }

  /** The first three bytes, the first one highest, as far as there are any. */
  private static int start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int start = 0;
      for (byte b : in.readNBytes(3)) {
        start = start << 8 | (b & 0xFF);
      }
      return start;
    }
  }

  /** One pass over a file in one encoding. */
  private static final class Scan {
    private final Path file;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private long before;

    /** Offset of the first byte that does not belong, -1 when all do. */
    private long errorAt = -1;

    /** The error is that the file ends within a character. */
    private boolean cutOff;

    /** Characters of several bytes before the error or the end. */
    private long wide;

    private Scan(Path file, Charset charset) {
      this.file = file;
      this.decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static Scan of(Path file, Charset charset) throws IOException {
      Scan scan = new Scan(file, charset);
      try (InputStream in = Files.newInputStream(file)) {
        scan.run(in);
      }
      return scan;
    }

    private void run(InputStream in) throws IOException {
      boolean atEnd = false;
      while (!atEnd && errorAt < 0) {
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
        refuseBinary();
        decode(atEnd);
        before += bytes.position();
        bytes.compact();
      }
    }

    private void decode(boolean atEnd) {
      while (true) {
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        count();
        if (result.isError()) {
          errorAt = before + bytes.position();
          cutOff = atEnd && bytes.position() + result.length() == bytes.limit();
          return;
        }
        if (result.isUnderflow()) {
          return;
        }
      }
    }

    private void count() {
      chars.flip();
      while (chars.hasRemaining()) {
        if (chars.get() > 0x7F) {
          wide++;
        }
      }
      chars.clear();
    }

    /** No text has NUL in it, and next to no other file goes without. */
    private void refuseBinary() {
      for (int i = 0; i < bytes.limit(); i++) {
        if (bytes.get(i) == 0) {
          throw new UnreadableTableException(TableFault.FILE_IS_BINARY, null, file.toString());
        }
      }
    }
  }
}
