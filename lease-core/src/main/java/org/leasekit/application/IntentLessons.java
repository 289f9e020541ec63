package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.contract.Contract;
import org.leasekit.intent.Example;
import org.leasekit.intent.Features;
import org.leasekit.intent.IntentModel;
import org.leasekit.intent.IntentModels;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;

/**
 * What ended cases teach of intent. A model is asked when a proposal is first drafted, before discounts; it learns from what
 * was known then, from the price that it was asked about, and from nothing that came later.
 *
 * <p>Only cases whose time to answer is over teach: of those whose term still runs the ones that have renewed are known, and
 * those who will say nothing are not, so that the former alone would make everybody look willing.
 */
final class IntentLessons {
  private final Stores stores;
  private final LessorProfile profile;
  private final Dossiers dossiers;

  IntentLessons(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.dossiers = new Dossiers(stores, profile);
  }

  /** Trained on all that ended by an instant. */
  IntentModel model(Instant now) {
    return IntentModels.trained(examples(now));
  }

  /** One for each tenant who was asked and whose time to answer is over at an instant. */
  List<Example> examples(Instant now) {
    List<RenewalCase> ended = new ArrayList<>();
    stores
        .records()
        .cases(
            profile.lessor(),
            renewal -> {
              if (isAnswer(renewal.state()) && !renewal.lapsesAt().isAfter(now)) {
                ended.add(renewal);
              }
            });
    List<Example> examples = new ArrayList<>();
    for (RenewalCase renewal : ended) {
      stores
          .proposals()
          .find(profile.lessor(), renewal.id())
          .filter(Proposal::isCleared)
          .ifPresent(proposal -> examples.add(example(renewal, proposal)));
    }
    return examples;
  }

  /** Whoever lapses has answered by saying nothing. */
  private static boolean isAnswer(CaseState state) {
    return state == CaseState.RENEWED || state == CaseState.DECLINED || state == CaseState.LAPSED;
  }

  private Example example(RenewalCase renewal, Proposal proposal) {
    Contract contract =
        stores
            .contracts()
            .find(profile.lessor(), renewal.contract())
            .orElseThrow(() -> new IllegalStateException("no contract of " + renewal.id()));
    Proposal.Question question = proposal.chance().question();
    Contract then = contract.withTerms(contract.terms().withMonthlyRent(question.oldRent()));
    return new Example(
        Features.of(dossiers.asKnown(then, question.offeredRent(), question.at())),
        renewal.state() == CaseState.RENEWED);
  }
}
