package org.leasekit.examples.season;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.Map;
import org.leasekit.http.WebhookSignatures;

/** The providers of payments and signatures: what happened with them they report by signed callbacks. */
final class Providers {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int OK = 200;
  private static final int CONFLICT = 409;

  private final Web web;
  private final URI site;
  private final WebhookSignatures signatures;

  Providers(Web web, URI site, WebhookSignatures signatures) {
    this.web = web;
    this.site = site;
    this.signatures = signatures;
  }

  private record PaymentReport(
      String paymentId, String reference, String amount, String currency) {}

  private record SignatureReport(String caseId, String signatureId) {}

  /**
   * Money came in.
   *
   * @param reference a renewal case, or the contract whose rent it is
   * @param amount plain decimal
   */
  void paid(String paymentId, String reference, String amount, String currency) {
    Web.Answer answer =
        report(
            "callbacks/payments",
            paymentId,
            new PaymentReport(paymentId, reference, amount, currency));
    if (answer.status() != OK) {
      throw new IllegalStateException("payment " + paymentId + " was not taken: " + answer);
    }
  }

  /** Somebody signed. It may come too late, and then it is refused as a conflict. */
  void signed(String signatureId, String caseId) {
    Web.Answer answer =
        report("callbacks/signatures", signatureId, new SignatureReport(caseId, signatureId));
    if (answer.status() != OK && answer.status() != CONFLICT) {
      throw new IllegalStateException("signature " + signatureId + " was not taken: " + answer);
    }
  }

  private Web.Answer report(String path, String id, Object report) {
    byte[] body;
    try {
      body = JSON.writeValueAsBytes(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings is always JSON", e);
    }
    WebhookSignatures.Headers signed = signatures.sign(id, body);
    return web.post(
        site.resolve(path),
        body,
        Map.of(
            "Content-Type", "application/json",
            WebhookSignatures.ID, signed.id(),
            WebhookSignatures.TIMESTAMP, signed.timestamp(),
            WebhookSignatures.SIGNATURE, signed.signature()));
  }
}
