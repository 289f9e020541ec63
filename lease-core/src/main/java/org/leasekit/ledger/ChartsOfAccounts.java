package org.leasekit.ledger;

import java.util.Map;

/** Charts to begin with. */
public final class ChartsOfAccounts {

  /**
   * First-level accounts of the Chinese accounting standards for business enterprises: 1122, 6001, 2241, 2221 and so on;
   * money paid ahead, by tenants or for days to come, is 2203; discounts reduce 6001.
   */
  public static final ChartOfAccounts CHINA =
      new ChartOfAccounts(
          Map.of(
              AccountRole.RECEIVABLE, new Account("1122", "应收账款"),
              AccountRole.REVENUE, new Account("6001", "主营业务收入"),
              AccountRole.DEFERRED_REVENUE, new Account("2203", "预收账款"),
              AccountRole.DEPOSIT_LIABILITY, new Account("2241", "其他应付款"),
              AccountRole.TAX_PAYABLE, new Account("2221", "应交税费"),
              AccountRole.CASH, new Account("1002", "银行存款"),
              AccountRole.UNAPPLIED_CASH, new Account("2203", "预收账款"),
              AccountRole.DISCOUNT, new Account("6001", "主营业务收入"),
              AccountRole.BAD_DEBT, new Account("6702", "信用减值损失"),
              AccountRole.CLEARING, new Account("1012", "其他货币资金")));

  private ChartsOfAccounts() {}
}
