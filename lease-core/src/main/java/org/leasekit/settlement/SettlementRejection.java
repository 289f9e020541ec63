package org.leasekit.settlement;

import java.util.List;
import java.util.stream.Collectors;
import org.leasekit.billing.MeterId;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Rejection;

/** Why a request about a settlement was refused. */
public sealed interface SettlementRejection extends Rejection {

  @Override
  default String field() {
    return "contractNo";
  }

  /** Nothing says that the lease ends. */
  record NotEnding(ContractNo contract) implements SettlementRejection {
    @Override
    public String rule() {
      return "LEASE_NOT_ENDING";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }

  /** The lease ends, but has not ended yet. */
  record NotEnded(ContractNo contract, String endsOn) implements SettlementRejection {
    @Override
    public String rule() {
      return "LEASE_NOT_ENDED";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), endsOn);
    }
  }

  /** The lease goes on in another contract, to which its deposit has moved: that one is settled when it ends. */
  record Continued(ContractNo contract, ContractNo successor) implements SettlementRejection {
    @Override
    public String rule() {
      return "LEASE_CONTINUED";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), successor.value());
    }
  }

  /** Nobody has opened a settlement of the contract. */
  record NotOpened(ContractNo contract) implements SettlementRejection {
    @Override
    public String rule() {
      return "SETTLEMENT_NOT_OPENED";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }

  /** The checklist has no such item. */
  record NoSuchItem(ContractNo contract, ItemCode item) implements SettlementRejection {
    @Override
    public String rule() {
      return "NO_SUCH_CHECKLIST_ITEM";
    }

    @Override
    public String field() {
      return "item";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), item.value());
    }
  }

  /** The item was cleared or waived otherwise, and stays so. */
  record ItemSettled(ContractNo contract, ItemCode item) implements SettlementRejection {
    @Override
    public String rule() {
      return "CHECKLIST_ITEM_SETTLED";
    }

    @Override
    public String field() {
      return "item";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), item.value());
    }
  }

  /** Somebody has to see to these items first. */
  record OpenItems(ContractNo contract, List<ItemCode> items) implements SettlementRejection {
    public OpenItems {
      items = List.copyOf(items);
    }

    @Override
    public String rule() {
      return "CHECKLIST_ITEMS_OPEN";
    }

    @Override
    public List<String> data() {
      return List.of(
          contract.value(), items.stream().map(ItemCode::value).collect(Collectors.joining(", ")));
    }
  }

  /** A meter has no reading of the day after the last. */
  record MeterNotRead(ContractNo contract, List<MeterId> meters, String on) implements SettlementRejection {
    public MeterNotRead {
      meters = List.copyOf(meters);
    }

    @Override
    public String rule() {
      return "METER_NOT_READ";
    }

    @Override
    public List<String> data() {
      return List.of(
          contract.value(), meters.stream().map(MeterId::value).collect(Collectors.joining(", ")), on);
    }
  }

  /** A billing run would still raise or correct something. */
  record BillingNotFinished(ContractNo contract) implements SettlementRejection {
    @Override
    public String rule() {
      return "BILLING_NOT_FINISHED";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }

  /** The next statement has another number. */
  record NotTheNextStatement(ContractNo contract, int number, int next) implements SettlementRejection {
    @Override
    public String rule() {
      return "NOT_THE_NEXT_STATEMENT";
    }

    @Override
    public String field() {
      return "number";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value(), Integer.toString(number), Integer.toString(next));
    }
  }

  /** Since the last statement nothing has come up that could be settled. */
  record NothingToSettle(ContractNo contract) implements SettlementRejection {
    @Override
    public String rule() {
      return "NOTHING_TO_SETTLE";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }

  /** The settlement is closed: the contract is neither charged nor renewed any more. */
  record Settled(ContractNo contract) implements SettlementRejection {
    @Override
    public String rule() {
      return "CONTRACT_SETTLED";
    }

    @Override
    public List<String> data() {
      return List.of(contract.value());
    }
  }
}
