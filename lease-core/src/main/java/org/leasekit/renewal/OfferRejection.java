package org.leasekit.renewal;

import java.util.List;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.StaffId;

/** Why something about an offer was refused. */
public sealed interface OfferRejection extends Rejection {

  @Override
  default String field() {
    return "case_id";
  }

  /** Nobody has approved the offer yet. */
  record NotApproved(CaseId renewalCase) implements OfferRejection {
    @Override
    public String rule() {
      return "OFFER_NOT_APPROVED";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value());
    }
  }

  /** Nothing waits for a decision. */
  record NothingToDecide(CaseId renewalCase) implements OfferRejection {
    @Override
    public String rule() {
      return "NOTHING_TO_DECIDE";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value());
    }
  }

  /** Who proposed an offer cannot decide on it. */
  record OwnProposal(CaseId renewalCase, StaffId by) implements OfferRejection {
    @Override
    public String rule() {
      return "OWN_PROPOSAL";
    }

    @Override
    public String field() {
      return "by";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value(), by.value());
    }
  }

  /** The price was shown, or the tenant has accepted, paid something or signed: it stands. */
  record Frozen(CaseId renewalCase) implements OfferRejection {
    @Override
    public String rule() {
      return "OFFER_FROZEN";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value());
    }
  }

  /** The tenant was shown another price. */
  record PriceChanged(CaseId renewalCase, String shown, String now) implements OfferRejection {
    @Override
    public String rule() {
      return "PRICE_CHANGED";
    }

    @Override
    public String field() {
      return "shown";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value(), shown, now);
    }
  }

  /** An amount in another currency, or with more decimals than its currency has. */
  record NotInCurrency(CaseId renewalCase, String amount, String currency)
      implements OfferRejection {
    @Override
    public String rule() {
      return "OFFER_NOT_IN_CURRENCY";
    }

    @Override
    public String field() {
      return "monthly_rent";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value(), amount, currency);
    }
  }

  /** The code is unknown, or another tenant's: which of the two is not told. */
  record NoSuchCode(CaseId renewalCase, String code) implements OfferRejection {
    @Override
    public String rule() {
      return "NO_SUCH_CODE";
    }

    @Override
    public String field() {
      return "code";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value(), code);
    }
  }

  /** The code was used before. */
  record CodeUsed(CaseId renewalCase, String code) implements OfferRejection {
    @Override
    public String rule() {
      return "CODE_USED";
    }

    @Override
    public String field() {
      return "code";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value(), code);
    }
  }

  /** The code's time is over. */
  record CodeExpired(CaseId renewalCase, String code) implements OfferRejection {
    @Override
    public String rule() {
      return "CODE_EXPIRED";
    }

    @Override
    public String field() {
      return "code";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value(), code);
    }
  }

  /** There is no such add-on in the contract's currency. */
  record NoSuchAddOn(AddOnId addOn) implements OfferRejection {
    @Override
    public String rule() {
      return "NO_SUCH_ADD_ON";
    }

    @Override
    public String field() {
      return "add_on";
    }

    @Override
    public List<String> data() {
      return List.of(addOn.value());
    }
  }

  /** Fewer are left than were asked for. */
  record OutOfStock(AddOnId addOn, int wanted) implements OfferRejection {
    @Override
    public String rule() {
      return "OUT_OF_STOCK";
    }

    @Override
    public String field() {
      return "quantity";
    }

    @Override
    public List<String> data() {
      return List.of(addOn.value(), String.valueOf(wanted));
    }
  }
}
