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
 * @param offer the fingerprint of the offer that was signed, see {@code Offer.fingerprint}: it stands for the rent, the
 *     term and the add-ons too, which can change while the first payment stays. Null when nobody knows: then it is signed
 *     only when the tenant has accepted or paid before, or the offer is still the one that was shown first
 */
public record SignRenewal(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 128, message = "{org.leasekit.tooLong}")
        String signatureId,
    @Nullable BigDecimal shown,
    @Nullable @Size(max = 64, message = "{org.leasekit.tooLong}") String offer) {

  /** Signs an offer of which the first payment is known. */
  public SignRenewal(String caseId, String signatureId, @Nullable BigDecimal shown) {
    this(caseId, signatureId, shown, null);
  }

  /** Signs what the tenant has accepted, or the offer that has not changed since it was shown first. */
  public SignRenewal(String caseId, String signatureId) {
    this(caseId, signatureId, null, null);
  }
}
