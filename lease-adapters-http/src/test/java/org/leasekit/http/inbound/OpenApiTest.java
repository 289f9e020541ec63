package org.leasekit.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leasekit.renewal.CaseState;

class OpenApiTest {

  private static Garage garage;
  private static HttpResponse<String> served;
  private static JsonNode document;

  @BeforeAll
  static void fetch() throws IOException {
    garage = new Garage();
    served = garage.get(garage.base() + "/openapi.json");
    document = new ObjectMapper().readTree(served.body());
  }

  @AfterAll
  static void close() {
    garage.close();
  }

  @Test
  void isServedAsOpenApi31() {
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
  }

  @Test
  void namesExactlyTheOperationsThatTheResourcesHave() {
    Set<String> documented = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (!method.equals("parameters")) {
                            documented.add(method + " " + path.getKey());
                          }
                        }));
    assertThat(documented).isEqualTo(operations()).hasSize(10);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = document.findValues("$ref");
    assertThat(references).isNotEmpty();
    for (JsonNode reference : references) {
      assertThat(document.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  @Test
  void itsSchemasNameTheFieldsThatTravel() {
    for (Class<?> wire :
        List.of(
            Wire.PaymentCallback.class,
            Wire.PaymentRecorded.class,
            Wire.SignatureCallback.class,
            Wire.SignatureRecorded.class,
            Problem.class)) {
      List<String> fields =
          Arrays.stream(wire.getRecordComponents()).map(component -> component.getName()).toList();
      JsonNode properties = document.at("/components/schemas/" + wire.getSimpleName() + "/properties");
      assertThat(properties.fieldNames()).toIterable().as(wire.getSimpleName()).hasSameElementsAs(fields);
    }
  }

  @Test
  void itsStatesAreTheStatesOfACase() {
    JsonNode states = document.at("/components/schemas/SignatureRecorded/properties/state/enum");
    assertThat(states)
        .extracting(JsonNode::asText)
        .containsExactly(Arrays.stream(CaseState.values()).map(Enum::name).toArray(String[]::new));
  }

  private static Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (Class<?> resource :
        List.of(RenewalPageResource.class, CallbackResource.class, OpenApiResource.class)) {
      String root = "/" + resource.getAnnotation(Path.class).value();
      for (Method method : resource.getDeclaredMethods()) {
        Path path = method.getAnnotation(Path.class);
        String full = path == null ? root : root + "/" + path.value();
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null) {
            operations.add(verb.value().toLowerCase(Locale.ROOT) + " " + full);
          }
        }
      }
    }
    return operations;
  }
}
