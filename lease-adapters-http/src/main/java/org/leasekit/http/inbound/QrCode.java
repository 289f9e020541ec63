package org.leasekit.http.inbound;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A QR code, drawn without a graphics library. */
final class QrCode {

  /** The blank border that scanners need, in modules. */
  private static final int QUIET = 4;
  /** Width of a module of the PNG, in pixels. */
  private static final int SCALE = 8;

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte WHITE = (byte) 0xff;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * The code of a text in ASCII, readable with 15 % of it lost.
   *
   * @throws IllegalArgumentException if the text is too long for a QR code
   */
  static QrCode of(String text) {
    try {
      return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
    }
  }

  /** As SVG that scales to any size. */
  String svg() {
    int size = modules.getWidth() + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int end = x;
        while (end < modules.getWidth() && dark(end, y)) {
          end++;
        }
        if (end > x) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(end - x).append("v1h-").append(end - x).append('z');
        }
        x = end + 1;
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%2$s"/></svg>
        """
        .formatted(size, path);
  }

  /** As a black and white PNG. */
  byte[] png() {
    int size = (modules.getWidth() + 2 * QUIET) * SCALE;
    int rowBytes = 1 + size / Byte.SIZE;
    byte[] rows = new byte[rowBytes * size];
    for (int y = 0; y < size; y++) {
      // each row begins with its filter, none; a module is one byte wide, because the scale is eight
      for (int column = 1; column < rowBytes; column++) {
        boolean dark = inside(column - 1 - QUIET, y / SCALE - QUIET);
        rows[y * rowBytes + column] = dark ? 0 : WHITE;
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(PNG_SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(size)
            .putInt(size)
            .put((byte) 1) // one bit a pixel
            .put((byte) 0) // greyscale; compression, filter and interlace stay zero
            .array();
    chunk(png, "IHDR", header);
    chunk(png, "IDAT", deflate(rows));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private boolean inside(int x, int y) {
    return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && dark(x, y);
  }

  private boolean dark(int x, int y) {
    return modules.get(x, y) == 1;
  }

  private static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
  }
}
