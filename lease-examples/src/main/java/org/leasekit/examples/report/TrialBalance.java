package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.util.List;
import org.leasekit.examples.report.ReportData.Account;

/** The journal added up by account. */
final class TrialBalance {

    /**
     * Both sides of the journal.
     *
     * @param debit sum of all debits
     * @param credit sum of all credits
     */
    record Sum(BigDecimal debit, BigDecimal credit) {

        static Sum of(List<Account> accounts) {
            return new Sum(
                    accounts.stream().map(Account::debit).reduce(BigDecimal.ZERO, BigDecimal::add),
                    accounts.stream().map(Account::credit).reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        boolean balanced() {
            return debit.compareTo(credit) == 0;
        }
    }

    private TrialBalance() {}

    static void draw(Markup m, List<Account> accounts, Format format) {
        Parts.section(m, "journal", "Trial balance of the journal", "试算平衡",
                "Every posting has equal debits and credits, so the balances add up to zero. A balance above zero is a debit"
                        + " balance. Amounts in " + format.currency() + ".",
                "有借必有贷，借贷必相等；余额为正表示借方余额。");
        if (accounts.isEmpty()) {
            m.open("p").text("Nothing was posted.").zh("无分录。").close().close();
            return;
        }
        Parts.table(m, "Trial balance", "cards");
        m.open("thead").open("tr");
        Parts.head(m, "", "Account", "科目");
        Parts.head(m, "n", "Debit", "借方");
        Parts.head(m, "n", "Credit", "贷方");
        Parts.head(m, "n", "Balance", "余额");
        m.close().close().open("tbody");
        for (Account account : accounts) {
            m.open("tr", "class", "top");
            m.open("th", "scope", "row").data(account.name()).zh(nameZh(account.name())).close();
            amounts(m, format, account.debit(), account.credit());
            m.close();
        }
        Sum sum = Sum.of(accounts);
        m.close().open("tfoot").open("tr", "class", "top");
        m.open("th", "scope", "row").text("All accounts").zh("合计").close();
        amounts(m, format, sum.debit(), sum.credit());
        m.close().close();
        Parts.closeTable(m);
        if (!sum.balanced()) {
            m.open("p", "class", "bad").text("Debits and credits differ.").zh("借贷不平。").close();
        }
        m.close();
    }

    private static void amounts(Markup m, Format format, BigDecimal debit, BigDecimal credit) {
        m.leaf("td", format.amount(debit), "class", "n", "data-label", "Debit");
        m.leaf("td", format.amount(credit), "class", "n", "data-label", "Credit");
        m.leaf("td", format.amount(debit.subtract(credit)), "class", "n", "data-label", "Balance");
    }

    private static String nameZh(String account) {
        return switch (account) {
            case "RECEIVABLE" -> "应收账款";
            case "REVENUE" -> "主营业务收入";
            case "DEPOSIT_LIABILITY" -> "其他应付款（押金）";
            case "CASH" -> "货币资金";
            case "UNAPPLIED_CASH" -> "预收账款";
            default -> "";
        };
    }
}
