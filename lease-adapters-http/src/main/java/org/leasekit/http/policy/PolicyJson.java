package org.leasekit.http.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Policy;
import org.leasekit.escalation.PolicyCatalog;
import org.leasekit.escalation.PolicyDraft;
import org.leasekit.escalation.PolicyRejection;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.outcome.Outcome;

/**
 * Policies as JSON documents.
 *
 * <pre>{@code
 * {"id": "renewal", "version": 2, "zone": "Asia/Shanghai", "at": "10:00", "roll": "PRECEDING",
 *  "quiet": {"from": "22:00", "until": "08:00"}, "catchUp": "NEXT_BUSINESS_DAY",
 *  "stages": [
 *    {"id": "30", "label": "yellow", "trigger": {"daysBefore": 30},
 *     "repeat": {"every": 5, "times": 2},
 *     "actions": [
 *       {"notice": {"template": "reminder", "channels": ["SMS", "WECOM"]}},
 *       {"task": {"role": "steward", "work": "CALL"}, "when": {"ageAtLeast": 65}}]},
 *    {"id": "15", "label": "red", "trigger": {"businessDaysBefore": 10},
 *     "when": {"all": [{"not": "responded"}, {"valueAtLeast": {"amount": "500.00", "currency": "CNY"}}]},
 *     "actions": [{"handOver": {"levels": 1}}]}]}
 * }</pre>
 *
 * <p>Triggers: {@code daysBefore}, {@code daysAfter}, {@code businessDaysBefore}, {@code businessDaysAfter}, {@code
 * workingTimeBefore} and {@code workingTimeAfter} (ISO 8601 spans), {@code shareOfTarget} (per cent). {@code repeat.every} counts
 * in the unit of the stage's trigger, as {@code Repeat} says: days, business days, minutes of working time, per cent; {@code
 * repeat.times} counts the first time too. Ceilings are those of {@code Trigger}, {@code Repeat} and {@code HandOver}. Acts: {@code notice}, {@code task}, {@code
 * proposalDraft}, {@code offer}, {@code approval}, {@code handOver}, each with {@code when} and {@code to}. Conditions:
 * {@code "always"}, {@code "responded"}, {@code "reached"}, {@code ageAtLeast}, {@code overdueAtLeast}, {@code
 * valueAtLeast}, {@code intentAtLeast}, {@code tagged}, {@code all}, {@code any}, {@code not}. Whatever may be left out
 * has the default of {@code PolicyBuilder}. Unknown fields and fields that occur twice are refused.
 *
 * <p>A document that cannot be read is rejected with {@link PolicyRejection.Malformed}, which names the path; one that
 * makes no sense with the rejections of {@link PolicyDraft}.
 */
public final class PolicyJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PolicyJson() {}

  /** Reads stages around an anchor. */
  public static Outcome<EscalationPolicy> anchored(String json, PolicyCatalog catalog) {
    return read(json, PolicyReader::anchored, PolicyDraft::anchored, catalog);
  }

  /** Reads stages in the course of a target: {@code id}, {@code version} and {@code stages} alone. */
  public static Outcome<TargetPolicy> ofTarget(String json, PolicyCatalog catalog) {
    return read(json, PolicyReader::ofTarget, PolicyDraft::ofTarget, catalog);
  }

  /**
   * Writes a policy; reading it again gives an equal one.
   *
   * @return rejected with {@link PolicyRejection.NotWritable} when a part of it has no word in a document: a roll of one's own, an
   *     amount more exact than its currency
   */
  public static Outcome<String> write(Policy policy) {
    try {
      return Outcome.accepted(PolicyWriter.write(policy).toPrettyString());
    } catch (PolicyWriter.Unwritable unwritable) {
      return Outcome.rejected(new PolicyRejection.NotWritable(policy.id(), unwritable.path(), unwritable.found()));
    }
  }

  private static <P> Outcome<P> read(
      String json,
      Function<Node, PolicyDraft> reader,
      BiFunction<PolicyDraft, PolicyCatalog, Outcome<P>> check,
      PolicyCatalog catalog) {
    try {
      return check.apply(reader.apply(new Node(MAPPER.readTree(json), "$")), catalog);
    } catch (Node.Unexpected unexpected) {
      return Outcome.rejected(unexpected.rejection());
    } catch (JsonProcessingException malformed) {
      JsonLocation at = malformed.getLocation();
      String where = at == null ? "$" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
      return Outcome.rejected(
          new PolicyRejection.Malformed(where, "JSON", malformed.getOriginalMessage()));
    }
  }
}
