package org.leasekit.http.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractRejection;
import org.leasekit.outcome.InvalidCommand;
import org.leasekit.outcome.Rejection;
import org.leasekit.payment.PaymentRejection;
import org.leasekit.renewal.RenewalRejection;

/**
 * An error as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> writes it.
 *
 * @param type names the rule, for programs
 * @param title what happened, for people
 * @param status HTTP status
 * @param detail what happened here, for people
 * @param rule name of the rule in upper snake case
 * @param field the field the rule speaks of; null when it speaks of none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type, String title, int status, String detail, String rule, @Nullable String field) {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "tag:leasekit.org,2026:problem/";

  /** A problem of the request itself. */
  static Problem of(int status, String rule, @Nullable String field, String detail, Texts texts) {
    String type = TYPE_PREFIX + rule.toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(type, texts.get("problem." + status), status, detail, rule, field);
  }

  /** A business rejection. */
  static Problem of(Rejection rejection, Texts texts) {
    String detail = rejection.message(texts.language().locale());
    return of(status(rejection), rejection.rule(), rejection.field(), detail, texts);
  }

  /** What names something unknown is 404, what breaks a constraint of its own is 422, all else is a conflict. */
  private static int status(Rejection rejection) {
    if (rejection instanceof RenewalRejection.NoSuchCase
        || rejection instanceof RenewalRejection.NoSuchTask
        || rejection instanceof ContractRejection.NoSuchContract
        || rejection instanceof PaymentRejection.UnknownReference) {
      return 404;
    }
    if (rejection instanceof InvalidCommand || rejection instanceof PaymentRejection) {
      return 422;
    }
    return 409;
  }

  Response response(Texts texts) {
    Response.ResponseBuilder response =
        Response.status(status)
            .type(MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, texts.language().tag())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(WireJson.write(this));
    if (status == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "StandardWebhooks");
    }
    return response.build();
  }

  /** The problem as what ends the request: the container sends its response as it is. */
  WebApplicationException raised(Texts texts) {
    return new WebApplicationException(response(texts));
  }
}
