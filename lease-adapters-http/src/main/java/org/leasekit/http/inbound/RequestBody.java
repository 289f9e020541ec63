package org.leasekit.http.inbound;

import java.io.IOException;
import java.io.InputStream;

/** Reads bodies as they arrived, up to a limit. */
final class RequestBody {

  /** 64 KiB. */
  static final int MOST_BYTES = 64 * 1024;

  private RequestBody() {}

  /**
   * The whole body.
   *
   * @throws jakarta.ws.rs.WebApplicationException 413 when it is longer than {@link #MOST_BYTES}
   */
  static byte[] read(InputStream body, Texts texts) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      String detail = texts.get("problem.large", Integer.toString(MOST_BYTES));
      throw Problem.of(413, "TOO_LARGE", null, detail, texts).raised(texts);
    }
    return bytes;
  }
}
