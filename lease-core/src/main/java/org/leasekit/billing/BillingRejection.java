package org.leasekit.billing;

import java.time.LocalDate;
import java.util.List;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Rejection;

/** Why a request about amounts was refused. */
public sealed interface BillingRejection extends Rejection {

  /** The contract has another charge of that code. */
  record ChargeAgreedAlready(ContractNo contract, ChargeCode charge) implements BillingRejection {
    @Override
    public String rule() {
      return "CHARGE_AGREED_ALREADY";
    }

    @Override
    public String field() {
      return "charge";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), charge.value());
    }
  }

  /** Rent, deposits, late fees, add-ons and one-off charges have codes that no meter may have. */
  record ChargeReserved(ChargeCode charge) implements BillingRejection {
    @Override
    public String rule() {
      return "CHARGE_RESERVED";
    }

    @Override
    public String field() {
      return "charge";
    }

    @Override
    public List<String> data() {
      return List.of(charge.value());
    }
  }

  /** The meter counts for another contract on some of the days. */
  record MeterTaken(MeterId meter, ContractNo other, DateRange days) implements BillingRejection {
    @Override
    public String rule() {
      return "METER_TAKEN";
    }

    @Override
    public String field() {
      return "meter";
    }

    @Override
    public List<String> data() {
      return List.of(meter.value(), other.value(), days.start().toString(), days.lastDay().toString());
    }
  }

  /** The contract pays for no meter under that code. */
  record NoMeteredCharge(ContractNo contract, ChargeCode charge) implements BillingRejection {
    @Override
    public String rule() {
      return "NO_METERED_CHARGE";
    }

    @Override
    public String field() {
      return "charge";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), charge.value());
    }
  }

  /** The charge cannot end on that day: it is before the days that are metered, or after the day that follows them. */
  record MeterEndsOutside(ContractNo contract, ChargeCode charge, LocalDate on, DateRange days) implements BillingRejection {
    @Override
    public String rule() {
      return "METER_ENDS_OUTSIDE";
    }

    @Override
    public String field() {
      return "on";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), charge.value(), on.toString(), days.start().toString(), days.endExclusive().toString());
    }
  }

  /** The price has more decimals than can be counted. */
  record PriceTooFine(String price, int decimals) implements BillingRejection {
    @Override
    public String rule() {
      return "PRICE_TOO_FINE";
    }

    @Override
    public String field() {
      return "pricePerUnit";
    }

    @Override
    public List<String> data() {
      return List.of(price, Integer.toString(decimals));
    }
  }

  /** No charge rests on that meter. */
  record NoSuchMeter(MeterId meter) implements BillingRejection {
    @Override
    public String rule() {
      return "NO_SUCH_METER";
    }

    @Override
    public String field() {
      return "meter";
    }

    @Override
    public List<String> data() {
      return List.of(meter.value());
    }
  }

  /** The meter has not so many digits. */
  record MeterCannotShow(MeterId meter, String value, int digits) implements BillingRejection {
    @Override
    public String rule() {
      return "METER_CANNOT_SHOW";
    }

    @Override
    public String field() {
      return "value";
    }

    @Override
    public List<String> data() {
      return List.of(meter.value(), value, Integer.toString(digits));
    }
  }

  /** The id names another reading of the meter. */
  record ReadingIdTaken(MeterId meter, String reading) implements BillingRejection {
    @Override
    public String rule() {
      return "READING_ID_TAKEN";
    }

    @Override
    public String field() {
      return "readingId";
    }

    @Override
    public List<String> data() {
      return List.of(meter.value(), reading);
    }
  }

  /** Nothing was raised or corrected under that key. */
  record NothingRaised(ReceivableKey key) implements BillingRejection {
    @Override
    public String rule() {
      return "NOTHING_RAISED";
    }

    @Override
    public String field() {
      return "key";
    }

    @Override
    public List<String> data() {
      return List.of(key.toString());
    }
  }

  /** The id names a charge of another contract, kind, day, amount or reason. */
  record ChargeIdTaken(String id) implements BillingRejection {
    @Override
    public String rule() {
      return "CHARGE_ID_TAKEN";
    }

    @Override
    public String field() {
      return "chargeId";
    }

    @Override
    public List<String> data() {
      return List.of(id);
    }
  }

  /** The charge is not in the contract's currency. */
  record ChargeInOtherCurrency(ContractNo contract, String given, String own) implements BillingRejection {
    @Override
    public String rule() {
      return "CHARGE_IN_OTHER_CURRENCY";
    }

    @Override
    public String field() {
      return "amount";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), given, own);
    }
  }

  /** A charge of nothing, or less. */
  record ChargeNotAboveZero(ContractNo contract, String amount) implements BillingRejection {
    @Override
    public String rule() {
      return "CHARGE_NOT_ABOVE_ZERO";
    }

    @Override
    public String field() {
      return "amount";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), amount);
    }
  }
}
