package org.leasekit.http.inbound;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiFunction;
import org.leasekit.application.PaymentService;
import org.leasekit.application.Receipt;
import org.leasekit.application.RenewalService;
import org.leasekit.http.WebhookSignatures;
import org.leasekit.outcome.Outcome;

/**
 * What providers report: {@code POST /callbacks/payments} and {@code POST /callbacks/signatures}, signed as Standard
 * Webhooks lay down. The signature is verified over the bytes that arrived, before anything reads them. Reporting
 * the same thing again is a success and changes nothing.
 */
@Path("callbacks")
public final class CallbackResource {

  private final PaymentService payments;
  private final RenewalService renewals;
  private final WebhookSignatures signatures;

  CallbackResource(PaymentService payments, RenewalService renewals, WebhookSignatures signatures) {
    this.payments = payments;
    this.renewals = renewals;
    this.signatures = signatures;
  }

  /**
   * A payment has been received. Money that comes for a closed case is taken all the same.
   *
   * @return 200, or a problem: 400, 401, 404, 413, 422
   * @throws IOException if the body cannot be read to its end
   */
  @POST
  @Path("payments")
  public Response payment(InputStream body, @Context HttpHeaders headers) throws IOException {
    return answer(
        body,
        headers,
        (bytes, texts) -> {
          Wire.PaymentCallback callback = WireJson.read(bytes, Wire.PaymentCallback.class, texts);
          return payments.receive(callback.command(texts)).map(CallbackResource::recorded);
        });
  }

  /**
   * A renewal has been signed.
   *
   * @return 200, or a problem: 400, 401, 404, 409, 413, 422
   * @throws IOException if the body cannot be read to its end
   */
  @POST
  @Path("signatures")
  public Response signature(InputStream body, @Context HttpHeaders headers) throws IOException {
    return answer(
        body,
        headers,
        (bytes, texts) -> {
          Wire.SignatureCallback callback = WireJson.read(bytes, Wire.SignatureCallback.class, texts);
          return renewals
              .sign(callback.command(texts))
              .map(signed -> new Wire.SignatureRecorded(signed.id().value(), signed.state().name()));
        });
  }

  private Response answer(
      InputStream body, HttpHeaders headers, BiFunction<byte[], Texts, Outcome<? extends Record>> use)
      throws IOException {
    Texts texts = Texts.in(Language.of(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    byte[] bytes = RequestBody.read(body, texts);
    WebhookSignatures.Verdict verdict =
        signatures.verify(
            headers.getHeaderString(WebhookSignatures.ID),
            headers.getHeaderString(WebhookSignatures.TIMESTAMP),
            headers.getHeaderString(WebhookSignatures.SIGNATURE),
            bytes);
    if (verdict != WebhookSignatures.Verdict.VALID) {
      return refused(verdict, texts);
    }
    Outcome<? extends Record> outcome = use.apply(bytes, texts);
    if (outcome instanceof Outcome.Accepted<? extends Record> accepted) {
      return Response.ok(WireJson.write(accepted.value()), MediaType.APPLICATION_JSON)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    return Problem.of(outcome.rejection(), texts).response(texts);
  }

  private static Response refused(WebhookSignatures.Verdict verdict, Texts texts) {
    String key =
        switch (verdict) {
          case OUTSIDE_TOLERANCE -> "problem.stale";
          case INCOMPLETE -> "problem.incomplete";
          case FORGED, VALID -> "problem.forged";
        };
    return Problem.of(401, "SIGNATURE_" + verdict, null, texts.get(key), texts).response(texts);
  }

  private static Wire.PaymentRecorded recorded(Receipt receipt) {
    return new Wire.PaymentRecorded(receipt.payment().id().value(), receipt.duplicate());
  }
}
