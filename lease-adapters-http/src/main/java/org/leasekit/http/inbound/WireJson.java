package org.leasekit.http.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads and writes what travels. Unknown fields are passed over, numbers are no strings, a field occurs once. */
final class WireJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .withCoercionConfig(
              LogicalType.Textual,
              strings ->
                  strings
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private WireJson() {}

  static byte[] write(Object wire) {
    try {
      return MAPPER.writeValueAsBytes(wire);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
  }

  /**
   * Reads a JSON object.
   *
   * @throws jakarta.ws.rs.WebApplicationException 400 when it is no JSON object, 422 when a field has another type
   */
  static <T> T read(byte[] body, Class<T> type, Texts texts) {
    try {
      T wire = MAPPER.readValue(body, type);
      if (wire != null) {
        return wire;
      }
    } catch (MismatchedInputException e) {
      String field = path(e);
      if (!field.isEmpty()) {
        String detail = texts.get("problem.wrongType", field);
        throw Problem.of(422, "WRONG_TYPE", field, detail, texts).raised(texts);
      }
    } catch (IOException malformed) {
      throw malformed(texts);
    }
    throw malformed(texts);
  }

  private static RuntimeException malformed(Texts texts) {
    return Problem.of(400, "MALFORMED_JSON", null, texts.get("problem.malformed"), texts).raised(texts);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
