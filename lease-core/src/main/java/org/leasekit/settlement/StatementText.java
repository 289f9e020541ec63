package org.leasekit.settlement;

import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.money.MinorUnits;

/** Puts a {@link SettlementStatement} into words. */
record StatementText(SettlementStatement of, boolean chinese) {

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(head());
    of.claims().forEach(claim -> lines.add(claim(claim)));
    of.funds().forEach(fund -> lines.add(fund(fund)));
    lines.add(
        say("owed ", "应付 ") + money(of.owed()) + " = " + say("netted ", "已抵 ") + plain(of.netted())
            + " + " + say("still owed ", "尚欠 ") + plain(of.stillOwed())
            + " + " + say("frozen ", "冻结 ") + plain(of.frozen()));
    lines.add(
        say("deposit ", "押金 ") + plain(of.deposit()) + " + " + say("received ", "已收未用 ")
            + plain(of.unapplied()) + " = " + say("applied ", "抵付 ") + plain(of.applied())
            + " + " + say("to be paid back ", "应退 ") + plain(of.refunded())
            + " + " + say("held back ", "暂扣 ") + money(of.heldBack()));
    return String.join("\n", lines);
  }

  private String head() {
    String proof = of.evidence().isEmpty() ? "" : say(", evidence: ", "，凭证：") + of.evidence();
    return chinese
        ? "合同 " + of.contract() + " 第 " + of.number() + " 份结算单，" + of.by() + " 于 " + of.at() + " 出具" + proof
        : "statement " + of.number() + " of contract " + of.contract() + ", closed by " + of.by() + " at "
            + of.at() + proof;
  }

  private String claim(Claim claim) {
    StringBuilder line = new StringBuilder();
    String days = claim.key().period().start() + say(" to ", " 至 ") + claim.key().period().lastDay();
    line.append(claim.key().charge()).append(say(" of contract ", "，合同 ")).append(claim.key().contract());
    line.append(say(", ", "，")).append(days);
    line.append(say(", owed by ", "，付款方 ")).append(claim.payer());
    line.append(say(": ", "：")).append(money(claim.owed()));
    add(line, claim.credited(), "deposit not asked for any more", "未付押金不再收取");
    add(line, claim.fromMoney(), "paid from money received", "以已收款抵付");
    add(line, claim.fromDeposit(), "paid from the deposit", "以押金抵付");
    add(line, claim.frozen(), "frozen and left alone", "冻结，暂不处理");
    add(line, claim.stillOwed(), "still owed", "尚欠");
    return line.toString();
  }

  private String fund(Fund fund) {
    StringBuilder line = new StringBuilder();
    line.append(
        fund.kind() == Fund.Kind.DEPOSIT
            ? say("deposit of ", "押金，付款方 ") + fund.payer()
            : say("payment ", "收款 ") + fund.reference() + say(" of ", "，付款方 ") + fund.payer());
    line.append(say(": ", "：")).append(money(fund.amount()));
    add(line, fund.applied(), "put to what is owed", "抵付应付款");
    add(line, fund.refunded(), "to be paid back", "应退");
    add(line, fund.heldBack(), "held back until the freeze is over", "暂扣至冻结解除");
    return line.toString();
  }

  private void add(StringBuilder line, MonetaryAmount amount, String english, String inChinese) {
    if (amount.isPositive()) {
      line.append(say("; ", "；")).append(plain(amount)).append(' ').append(say(english, inChinese));
    }
  }

  private String say(String english, String inChinese) {
    return chinese ? inChinese : english;
  }

  private static String plain(MonetaryAmount amount) {
    return MinorUnits.plain(amount);
  }

  private static String money(MonetaryAmount amount) {
    return plain(amount) + " " + amount.getCurrency().getCurrencyCode();
  }
}
