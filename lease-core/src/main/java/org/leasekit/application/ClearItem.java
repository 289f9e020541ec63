package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.settlement.ItemCode;

/**
 * Somebody has seen to an item of a checklist.
 *
 * @param contractNo whose settlement it is
 * @param item which one
 * @param by who has seen to it
 * @param evidence where the proof is kept, may be empty
 * @param note what was found; needed where it is charged, else it may be empty
 * @param charge what it costs the tenant, see {@link RaiseCharge}; null for nothing
 */
public record ClearItem(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotNull(message = "{org.leasekit.required}") ItemCode item,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotNull(message = "{org.leasekit.required}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String evidence,
    @NotNull(message = "{org.leasekit.required}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String note,
    @Nullable MonetaryAmount charge) {

  /** What costs the tenant nothing. */
  public ClearItem(String contractNo, ItemCode item, String by, String evidence) {
    this(contractNo, item, by, evidence, "", null);
  }
}
