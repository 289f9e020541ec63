package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The signature provider reports that the tenant signed.
 *
 * @param caseId the renewal case
 * @param signatureId the provider's own number of the signature, kept as evidence
 * @param shown the first payment that the tenant saw, in the offer's currency; when it is another one by now and the price
 *     does not stand yet, nothing is signed; null when nobody knows what was seen
 */
public record SignRenewal(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 128, message = "{org.leasekit.tooLong}")
        String signatureId,
    @Nullable BigDecimal shown) {

  /** Signs whatever the offer is. */
  public SignRenewal(String caseId, String signatureId) {
    this(caseId, signatureId, null);
  }
}
