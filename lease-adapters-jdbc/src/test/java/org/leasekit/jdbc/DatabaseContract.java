package org.leasekit.jdbc;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.leasekit.port.Stores;
import org.leasekit.testkit.AddOnJourneyContract;
import org.leasekit.testkit.AmendmentJourneyContract;
import org.leasekit.testkit.AssignmentJourneyContract;
import org.leasekit.testkit.CapRaceContract;
import org.leasekit.testkit.ChargeRulesJourneyContract;
import org.leasekit.testkit.ContractFileContract;
import org.leasekit.testkit.CourtesyContract;
import org.leasekit.testkit.DraftJourneyContract;
import org.leasekit.testkit.DunningContract;
import org.leasekit.testkit.DunningFactsContract;
import org.leasekit.testkit.DunningSilenceContract;
import org.leasekit.testkit.EventsJourneyContract;
import org.leasekit.testkit.FinalSettlementContract;
import org.leasekit.testkit.HierarchyContract;
import org.leasekit.testkit.HostTransaction;
import org.leasekit.testkit.ImportContract;
import org.leasekit.testkit.JourneyContract;
import org.leasekit.testkit.KeptOffersContract;
import org.leasekit.testkit.LateFeesContract;
import org.leasekit.testkit.LateStagesContract;
import org.leasekit.testkit.LeaseEndJourneyContract;
import org.leasekit.testkit.MeteredLifeContract;
import org.leasekit.testkit.MismatchContract;
import org.leasekit.testkit.MoveJourneyContract;
import org.leasekit.testkit.NobodyForgottenContract;
import org.leasekit.testkit.NoticeContract;
import org.leasekit.testkit.OfferJourneyContract;
import org.leasekit.testkit.OneOffChargeContract;
import org.leasekit.testkit.OutreachContract;
import org.leasekit.testkit.PaidAheadContract;
import org.leasekit.testkit.PayerJourneyContract;
import org.leasekit.testkit.PlannedBillsContract;
import org.leasekit.testkit.PriceAmendmentsContract;
import org.leasekit.testkit.ReachContract;
import org.leasekit.testkit.ReceivablesJourneyContract;
import org.leasekit.testkit.ReceivablesServicesContract;
import org.leasekit.testkit.RenewalMoneyContract;
import org.leasekit.testkit.RenewalTurnsContract;
import org.leasekit.testkit.RentJourneyContract;
import org.leasekit.testkit.RentRollContract;
import org.leasekit.testkit.RevivalContract;
import org.leasekit.testkit.ServiceClockContract;
import org.leasekit.testkit.ServiceDeskContract;
import org.leasekit.testkit.ServiceEventsContract;
import org.leasekit.testkit.SettledMoneyContract;
import org.leasekit.testkit.StageFactsContract;
import org.leasekit.testkit.StageOffersContract;
import org.leasekit.testkit.StewardWorkContract;
import org.leasekit.testkit.StoresContract;
import org.leasekit.testkit.SubAccountsContract;
import org.leasekit.testkit.SurveyJourneyContract;
import org.leasekit.testkit.TermExtensionContract;
import org.leasekit.testkit.WaitingSubsContract;
import org.leasekit.testkit.WorkListContract;
import org.leasekit.testkit.WishJourneyContract;
import org.leasekit.testkit.WorkingTimeContract;

/** Everything that has to hold on each database; all tests of one database run one after the other. */
abstract class DatabaseContract {

  private static final Validator VALIDATOR =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private final TestDatabase database;

  DatabaseContract(TestDatabase database) {
    this.database = database;
  }

  @Nested
  @DisplayName("The ports")
  class OfStores extends StoresContract {
    private final TestHost host = new TestHost(database.dataSource());

    @Override
    public Stores stores() {
      database.empty();
      return host.stores();
    }

    @Override
    public HostTransaction host(Stores stores) {
      return host;
    }
  }

  @Nested
  @DisplayName("A season")
  class OfJourney extends JourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Add-ons")
  class OfAddOns extends AddOnJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Surveys asked")
  class OfSurveysAsked extends SurveyJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Charges raised once")
  class OfOneOffCharges extends OneOffChargeContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Final settlement")
  class OfFinalSettlement extends FinalSettlementContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Money that is settled")
  class OfSettledMoney extends SettledMoneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Rent")
  class OfRent extends RentJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Stewards at work")
  class OfStewardWork extends StewardWorkContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Offers")
  class OfOffers extends OfferJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Renewals that take a turn")
  class OfRenewalTurns extends RenewalTurnsContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Money of renewals")
  class OfRenewalMoney extends RenewalMoneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Imports")
  class OfImport extends ImportContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Nobody is missed, nobody is nagged")
  class OfOutreach extends OutreachContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Who has which task")
  class OfWorkList extends WorkListContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Stages at a span of working time")
  class OfWorkingTime extends WorkingTimeContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("What is told of service requests")
  class OfServiceEvents extends ServiceEventsContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("What stages ask about")
  class OfStageFacts extends StageFactsContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("What stages ask about debts")
  class OfDunningFacts extends DunningFactsContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Stages that come late")
  class OfLateStages extends LateStagesContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Whom messages reach")
  class OfCourtesy extends CourtesyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("What becomes of notices")
  class OfNotice extends NoticeContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Who is reached instead, and how often")
  class OfReach extends ReachContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Sixteen who write to the same people")
  class OfCapRace extends CapRaceContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Stages that draft, offer and ask")
  class OfStageOffers extends StageOffersContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Offers that bind and promises that are kept")
  class OfKeptOffers extends KeptOffersContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Nobody is forgotten")
  class OfNobodyForgotten extends NobodyForgottenContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Dunning")
  class OfDunning extends DunningContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Late fees, day by day")
  class OfLateFees extends LateFeesContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Payers who are no tenants")
  class OfPayers extends PayerJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Silence about debts")
  class OfDunningSilence extends DunningSilenceContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("What happens is told")
  class OfEvents extends EventsJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Contracts that change")
  class OfAmendments extends AmendmentJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Contracts that pass to another tenant")
  class OfAssignments extends AssignmentJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("How people want to be spoken to")
  class OfWishJourneys extends WishJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Leases that end")
  class OfLeaseEnds extends LeaseEndJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Receivables that are owed once")
  class OfReceivablesJourney extends ReceivablesJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Money that came before it was owed")
  class OfPaidAhead extends PaidAheadContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Prices that change while a contract runs")
  class OfPriceAmendments extends PriceAmendmentsContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("The rent roll and the ledger")
  class OfRentRolls extends RentRollContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Charges by other rules than the standard ones")
  class OfChargeRules extends ChargeRulesJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Suspensions that extend the term")
  class OfTermExtension extends TermExtensionContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("What is asked and done about receivables")
  class OfReceivablesServices extends ReceivablesServicesContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("How long contracts pay for meters")
  class OfMeteredLives extends MeteredLifeContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("A service desk")
  class OfServiceDesk extends ServiceDeskContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("The clocks of a service desk")
  class OfServiceClock extends ServiceClockContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Sub-accounts")
  class OfSubAccounts extends SubAccountsContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Drafts that are signed")
  class OfDrafts extends DraftJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("The hierarchy")
  class OfHierarchy extends HierarchyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("What is seen in the garage")
  class OfMismatches extends MismatchContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Contracts that go on after all")
  class OfRevivals extends RevivalContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Bills that are planned to be taken")
  class OfPlannedBills extends PlannedBillsContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Sub-contracts that are renewed before their masters")
  class OfWaitingSubs extends WaitingSubsContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Moves that are planned")
  class OfMovesPlanned extends MoveJourneyContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("The file of a contract")
  class OfContractFile extends ContractFileContract {
    @Override
    protected Stores stores() {
      return database.emptyStores();
    }

    @Override
    protected Validator validator() {
      return VALIDATOR;
    }
  }

  @Nested
  @DisplayName("Several at once")
  class OfConcurrency extends ConcurrencyContract {
    OfConcurrency() {
      super(database);
    }
  }

  @Nested
  @DisplayName("Sixteen who let the same units")
  class OfLetting extends LettingRaceContract {
    OfLetting() {
      super(database, VALIDATOR);
    }
  }

  @Nested
  @DisplayName("Holds written by hand")
  class OfHoldGuard extends HoldGuardContract {
    OfHoldGuard() {
      super(database);
    }
  }

  @Nested
  @DisplayName("Many who lock and amend one tree")
  class OfTrees extends TreeRaceContract {
    OfTrees() {
      super(database, VALIDATOR);
    }
  }

  @Nested
  @DisplayName("A host at a high isolation level")
  class OfIsolation extends IsolationContract {
    OfIsolation() {
      super(database);
    }
  }

  @Nested
  @DisplayName("The schema")
  class OfSchema extends SchemaContract {
    OfSchema() {
      super(database);
    }
  }

  @Nested
  @DisplayName("Machines in several time zones")
  class OfTimeZones extends TimeZoneContract {
    OfTimeZones() {
      super(database);
    }
  }
}
