package org.leasekit.testkit;

import static org.leasekit.testkit.FamilyTown.no;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.leasekit.ActingKit;
import org.leasekit.application.AcceptRenewal;
import org.leasekit.application.AgreeMeteredCharge;
import org.leasekit.application.AnswerSurvey;
import org.leasekit.application.ChooseAddOn;
import org.leasekit.application.ClearItem;
import org.leasekit.application.CloseSettlement;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.DeclineRenewal;
import org.leasekit.application.EndMeteredCharge;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.OpenSettlement;
import org.leasekit.application.RaiseCharge;
import org.leasekit.application.RecordCall;
import org.leasekit.application.RecordReading;
import org.leasekit.application.RedeemCode;
import org.leasekit.application.ReleaseLock;
import org.leasekit.application.RenewTree;
import org.leasekit.application.ReviseOffer;
import org.leasekit.application.RevokeRight;
import org.leasekit.application.SignRenewal;
import org.leasekit.application.WaiveItem;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.Tax;
import org.leasekit.hierarchy.Right;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.settlement.ItemCode;

/** Everything that can be asked about one contract of {@link FamilyTown}, or about what belongs to it. */
final class FamilyQuestions {

  private FamilyQuestions() {}

  static Map<String, BiFunction<ActingKit, String, Object>> all() {
    Map<String, BiFunction<ActingKit, String, Object>> all = new LinkedHashMap<>();
    addRenewals(all);
    addMoney(all);
    addService(all);
    addContracts(all);
    addOffers(all);
    return all;
  }

  private static void addRenewals(Map<String, BiFunction<ActingKit, String, Object>> all) {
    all.put("see a renewal", (kit, no) -> kit.renewals().view(new CaseId(caseOf(no))));
    all.put("accept", (kit, no) -> kit.renewals().accept(new AcceptRenewal(caseOf(no))));
    all.put("decline", (kit, no) -> kit.renewals().decline(new DeclineRenewal(caseOf(no))));
    all.put("sign", (kit, no) -> kit.renewals().sign(new SignRenewal(caseOf(no), "S-1")));
    all.put("do a task", (kit, no) -> kit.tasks().done(new TaskId(caseOf(no) + ":CALL:3")));
    all.put(
        "call",
        (kit, no) ->
            kit.tasks().recordCall(new RecordCall(caseOf(no) + ":CALL:3", Touch.Result.ANSWERED)));
    all.put(
        "renew a tree",
        (kit, no) -> kit.renewals().renewTree(new RenewTree(caseOf(no), List.of(), null)));
  }

  private static void addMoney(Map<String, BiFunction<ActingKit, String, Object>> all) {
    all.put("pay", (kit, no) -> kit.payments().receive(FamilyTown.payment("P-1", no, "1.00")));
    all.put(
        "pay a renewal",
        (kit, no) -> kit.payments().receive(FamilyTown.payment("P-2", caseOf(no), "1.00")));
    all.put(
        "pay in another currency",
        (kit, no) -> kit.payments().receive(FamilyTown.payment("P-3", no, "1", "JPY")));
    all.put("see what is owed", (kit, no) -> kit.billing().owed(no(no)));
    all.put("see what will be owed", (kit, no) -> kit.billing().preview(no(no), Samples.YEAR.start()));
    all.put(
        "ask where an amount comes from",
        (kit, no) ->
            kit.billing().explain(new ReceivableKey(no(no), ChargeCode.RENT, Samples.APRIL, 0)));
    all.put("see charges raised once", (kit, no) -> kit.charges().of(no(no)));
    all.put("raise a charge", (kit, no) -> kit.charges().raise(charge(no)));
    all.put("open a settlement", (kit, no) -> kit.settlements().open(new OpenSettlement(no, "me")));
    all.put(
        "clear an item",
        (kit, no) -> kit.settlements().clear(new ClearItem(no, ItemCode.KEYS, "me", "")));
    all.put(
        "waive an item",
        (kit, no) -> kit.settlements().waive(new WaiveItem(no, ItemCode.KEYS, "me", "why", "")));
    all.put(
        "close a settlement", (kit, no) -> kit.settlements().close(new CloseSettlement(no, 1, "me", "")));
    all.put("see a settlement", (kit, no) -> kit.settlements().find(no(no)));
    all.put("see statements", (kit, no) -> kit.settlements().statements(no(no)));
    all.put("see locks", (kit, no) -> kit.locks().list(no(no), Samples.NOW));
    all.put("see days to be added", (kit, no) -> kit.locks().extensionDays(no(no)));
    all.put("see days not added yet", (kit, no) -> kit.locks().openExtensionDays(no(no)));
    all.put("suspend", (kit, no) -> kit.locks().suspend(lock(no)));
    all.put("freeze", (kit, no) -> kit.locks().freeze(lock(no)));
    all.put(
        "release a lock",
        (kit, no) ->
            kit.locks().release(new ReleaseLock("S-" + no + "-1", Samples.NOW, "boss", "over")));
    all.put("agree a meter", (kit, no) -> kit.meters().agree(power(no, "M-1")));
    all.put(
        "end a meter",
        (kit, no) -> kit.meters().end(new EndMeteredCharge(no, "POWER", Samples.YEAR.start(), "boss", "moved", "mail")));
    all.put(
        "read a meter",
        (kit, no) ->
            kit.meters()
                .record(
                    new RecordReading(
                        "M-" + no, "1", Samples.YEAR.start(), MeterReading.Kind.ACTUAL, BigDecimal.ONE,
                        "me")));
  }

  private static void addService(Map<String, BiFunction<ActingKit, String, Object>> all) {
    all.put("report a fault", (kit, no) -> kit.serviceDesk().report(FamilyTown.fault("F-9", no)));
    all.put("see a request", (kit, no) -> kit.serviceDesk().view(new RequestId("R-" + no)));
    all.put(
        "confirm a request",
        (kit, no) -> kit.serviceDesk().verify(new RequestId("R-" + no), ServiceTown.CUSTOMER));
    all.put(
        "supervise a request",
        (kit, no) -> kit.serviceDesk().accept(new RequestId("R-" + no), ServiceTown.SUPERVISOR));
    all.put("list requests", (kit, no) -> kit.serviceDesk().ofContract(no(no)));
  }

  private static void addContracts(Map<String, BiFunction<ActingKit, String, Object>> all) {
    all.put("promote", (kit, no) -> kit.hierarchy().promote(FamilyTown.promotion(no)));
    all.put("move", (kit, no) -> kit.hierarchy().putBelow(FamilyTown.below(no, "EAST")));
    all.put("move one's own", (kit, no) -> kit.hierarchy().putBelow(FamilyTown.below("E1", no)));
    all.put("take bills", (kit, no) -> kit.hierarchy().takeBills(FamilyTown.bills(no, true)));
    all.put("grant", (kit, no) -> kit.hierarchy().grant(FamilyTown.right(no, Right.VIEW)));
    all.put("revoke", (kit, no) -> kit.hierarchy().revoke(revocation(no, 1)));
    all.put("list grants", (kit, no) -> kit.hierarchy().grants(no(no)));
    all.put("see the file", (kit, no) -> kit.contracts().file(no(no)));
    all.put("see the history", (kit, no) -> kit.amendments().history(no(no)));
    all.put("see versions", (kit, no) -> kit.amendments().timeline(no(no), Samples.NOW));
    all.put(
        "see a day",
        (kit, no) -> kit.amendments().asOf(no(no), Samples.YEAR.start(), Samples.NOW));
    all.put("change contacts", (kit, no) -> kit.amendments().amend(FamilyTown.contacts(no)));
    all.put("withdraw", (kit, no) -> kit.amendments().withdraw(FamilyTown.withdrawal(no)));
    all.put("see places", (kit, no) -> kit.hierarchy().places(no(no)));
    all.put("ask who pays", (kit, no) -> kit.hierarchy().payerOf(no(no)));
  }

  private static void addOffers(Map<String, BiFunction<ActingKit, String, Object>> all) {
    all.put("answer a survey", (kit, no) -> kit.surveys().answer(new AnswerSurvey(caseOf(no), 9, "")));
    all.put("see an answer", (kit, no) -> kit.surveys().find(new CaseId(caseOf(no))));
    all.put("see choices", (kit, no) -> kit.offers().choices(new CaseId(caseOf(no))));
    all.put("use a code", (kit, no) -> kit.offers().redeem(new RedeemCode(caseOf(no), "AB12")));
    all.put("take an add-on", (kit, no) -> kit.offers().choose(new ChooseAddOn(caseOf(no), "POST", 1)));
    all.put("see a code", (kit, no) -> kit.offers().code(new CaseId(caseOf(no))));
    all.put("see add-ons", (kit, no) -> kit.offers().addOns(new CaseId(caseOf(no))));
    all.put("see a proposal", (kit, no) -> kit.offers().proposal(new CaseId(caseOf(no))));
    all.put("approve", (kit, no) -> kit.offers().decide(new DecideOffer(caseOf(no), "me", true)));
    all.put(
        "price", (kit, no) -> kit.offers().revise(new ReviseOffer(caseOf(no), "me", Samples.yuan(1))));
  }


  static RevokeRight revocation(String account, int number) {
    return new RevokeRight(account, number, "boss", "no longer needed", "mail 2");
  }

  static String caseOf(String no) {
    return no + "-20260331";
  }

  static AgreeMeteredCharge power(String no, String meter) {
    return new AgreeMeteredCharge(no, "POWER", meter, null, "kWh", BigDecimal.ONE, 4, Tax.NONE);
  }

  private static RaiseCharge charge(String no) {
    return new RaiseCharge(
        "D-1", no, "DAMAGE", Samples.yuan(1), Samples.YEAR.start(), "broken lamp", "photo", "me");
  }

  private static LockReceivables lock(String no) {
    return new LockReceivables(
        "L-1", new LockScope.WholeContract(no(no)), LockReason.MANUAL, "mail", "me", "boss", Samples.NOW, null, false);
  }
}
