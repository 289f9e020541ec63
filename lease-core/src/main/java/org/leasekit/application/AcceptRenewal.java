package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The tenant says yes to an offer.
 *
 * @param caseId the renewal case
 * @param shown the first payment that the tenant saw, in the offer's currency; when it is another one by now, nothing
 *     is accepted; null when nobody knows what was seen
 * @param offer the fingerprint of the offer that the tenant saw, see {@code Offer.fingerprint}: beside the first payment
 *     it stands for the rent, the term and the add-ons, which can change while the first payment stays; null when
 *     nobody knows what was seen
 */
public record AcceptRenewal(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @Nullable BigDecimal shown,
    @Nullable @Size(max = 64, message = "{org.leasekit.tooLong}") String offer) {

  /** Accepts an offer of which the first payment is known. */
  public AcceptRenewal(String caseId, @Nullable BigDecimal shown) {
    this(caseId, shown, null);
  }

  /** Accepts whatever the offer is. */
  public AcceptRenewal(String caseId) {
    this(caseId, null, null);
  }
}
