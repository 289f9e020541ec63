package org.leasekit.billing;

import java.util.List;
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
