package org.leasekit.http.inbound;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code GET /openapi.json}: what these resources answer to, for programs. */
@Path("openapi.json")
public final class OpenApiResource {

  private static final byte[] DOCUMENT = read();

  OpenApiResource() {}

  /** The OpenAPI 3.1 document; its paths are relative to where the host mounts the resources. */
  @GET
  public Response document() {
    return Response.ok(DOCUMENT, MediaType.APPLICATION_JSON).build();
  }

  private static byte[] read() {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("resource is missing: openapi.json");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.json", e);
    }
  }
}
