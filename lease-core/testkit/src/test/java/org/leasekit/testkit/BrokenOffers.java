package org.leasekit.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.port.OfferExtras;
import org.leasekit.port.Proposals;
import org.leasekit.port.Surveys;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.AddOnId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.DiscountCode;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.SurveyAnswer;

/** Wrong stores of offers. */
final class BrokenOffers {

  private BrokenOffers() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods(
            "says of every proposal that it is new", Proposals.class, AddsAlways::new, "Proposals rule 1"),
        Broken.blind(
            "adds proposals without a constraint", Proposals.class, AddsBlindly::new, "Proposals rule 1"),
        Broken.methods(
            "updates proposals of any version", Proposals.class, UpdatesAny::new, "Proposals rule 2"),
        Broken.methods(
            "forgets what a tenant was promised", Proposals.class, ForgetsPromises::new, "Proposals rule 2"),
        Broken.methods(
            "finds proposals of another lessor", Proposals.class, FindsAny::new, "Proposals rule 3"),
        Broken.methods(
            "says of every code that it is new", OfferExtras.class, AddsCodes::new, "OfferExtras rule 1"),
        Broken.methods(
            "redeems a code again", OfferExtras.class, RedeemsAgain::new, "OfferExtras rule 2"),
        Broken.blind(
            "counts add-ons in memory", OfferExtras.class, CountsBlindly::new, "OfferExtras rule 3"),
        Broken.methods(
            "finds codes of another lessor", OfferExtras.class, FindsAnyCode::new, "OfferExtras rule 4"),
        Broken.methods(
            "keeps the last answer to a survey", Surveys.class, AnswersAlways::new, "Surveys rule 1"),
        Broken.blind(
            "adds answers without a constraint", Surveys.class, AnswersBlindly::new, "Surveys rule 1"),
        Broken.methods(
            "finds answers of another lessor", Surveys.class, FindsAnyAnswer::new, "Surveys rule 2"));
  }

  private record AnswersAlways(Surveys right) {
    boolean add(SurveyAnswer answer) {
      right.add(answer);
      return true;
    }
  }

  private record AnswersBlindly(Surveys right, Snapshots snapshots) {
    boolean add(SurveyAnswer answer) {
      boolean unseen =
          snapshots.seen().answers().stream()
              .noneMatch(known -> known.renewalCase().equals(answer.renewalCase()));
      boolean added = right.add(answer);
      return answer.lessor().equals(Samples.LESSOR) ? unseen : added;
    }
  }

  private record FindsAnyAnswer(Surveys right) {
    Optional<SurveyAnswer> find(LessorId lessor, CaseId renewalCase) {
      return right.find(lessor, renewalCase).or(() -> right.find(Samples.LESSOR, renewalCase));
    }
  }

  private record AddsAlways(Proposals right) {
    boolean add(Proposal proposal) {
      right.add(proposal);
      return true;
    }
  }

  private record AddsBlindly(Proposals right, Snapshots snapshots) {
    boolean add(Proposal proposal) {
      boolean unseen =
          snapshots.seen().proposals().stream()
              .noneMatch(known -> known.renewalCase().equals(proposal.renewalCase()));
      boolean added = right.add(proposal);
      return proposal.lessor().equals(Samples.LESSOR) ? unseen : added;
    }
  }

  private record UpdatesAny(Proposals right) {
    void update(Proposal proposal) {
      right
          .find(proposal.lessor(), proposal.renewalCase())
          .ifPresent(stored -> right.update(proposal.withVersion(stored.version())));
    }
  }

  private record ForgetsPromises(Proposals right) {
    void update(Proposal proposal) {
      right.update(
          new Proposal(
              proposal.lessor(), proposal.renewalCase(), proposal.contract(), proposal.price(), proposal.chance(),
              proposal.earlyUntil(), proposal.code(), proposal.codeRedeemed(), proposal.approval(),
              proposal.draftedAt(), proposal.nextDueAt(), proposal.version()));
    }
  }

  private record FindsAny(Proposals right) {
    Optional<Proposal> find(LessorId lessor, CaseId renewalCase) {
      return findAll(lessor, List.of(renewalCase)).stream().findFirst();
    }

    List<Proposal> findAll(LessorId lessor, Collection<CaseId> cases) {
      List<Proposal> found = right.findAll(lessor, cases);
      return found.isEmpty() ? right.findAll(Samples.LESSOR, cases) : found;
    }
  }

  private record AddsCodes(OfferExtras right) {
    boolean addCode(DiscountCode code) {
      right.addCode(code);
      return true;
    }
  }

  private record RedeemsAgain(OfferExtras right) {
    boolean redeem(LessorId lessor, String code, Instant at) {
      right.redeem(lessor, code, at);
      return right.findCode(lessor, code).isPresent();
    }
  }

  /** Looks how many are left in what it saw when it began. */
  private record CountsBlindly(OfferExtras right, Snapshots snapshots) {
    boolean take(LessorId lessor, AddOnId addOn, int pieces) {
      Optional<AddOn> seen =
          lessor.equals(Samples.LESSOR)
              ? snapshots.seen().addOns().stream().filter(each -> each.id().equals(addOn)).findFirst()
              : right.addOns(lessor).stream().filter(each -> each.id().equals(addOn)).findFirst();
      boolean enough = seen.isPresent() && pieces <= seen.get().left() && seen.get().taken() + pieces >= 0;
      return enough && (right.take(lessor, addOn, pieces) || true);
    }
  }

  private record FindsAnyCode(OfferExtras right) {
    Optional<DiscountCode> findCode(LessorId lessor, String code) {
      return right.findCode(lessor, code).or(() -> right.findCode(Samples.LESSOR, code));
    }
  }
}
