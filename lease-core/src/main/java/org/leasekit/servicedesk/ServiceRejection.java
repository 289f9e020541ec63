package org.leasekit.servicedesk;

import java.time.Instant;
import java.util.List;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.StaffId;
import org.leasekit.sla.PauseReason;
import org.leasekit.sla.PolicyId;

/** Why a step at the service desk was refused. */
public sealed interface ServiceRejection extends Rejection {

  @Override
  default String field() {
    return "request_id";
  }

  /** There is no such request. */
  record NoSuchRequest(RequestId request) implements ServiceRejection {
    @Override
    public String rule() {
      return "NO_SUCH_REQUEST";
    }

    @Override
    public List<String> data() {
      return List.of(request.value());
    }
  }

  /** Nothing happens to a request before it is opened. */
  record NotOpened(RequestId request, RequestEvent.Kind step, Instant at)
      implements ServiceRejection {
    @Override
    public String rule() {
      return "REQUEST_NOT_OPENED";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), step.name(), at.toString());
    }
  }

  /** A request is opened once. */
  record AlreadyOpened(RequestId request, Instant openedAt) implements ServiceRejection {
    @Override
    public String rule() {
      return "REQUEST_ALREADY_OPENED";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), openedAt.toString());
    }
  }

  /** The same was recorded already. */
  record AlreadyRecorded(RequestId request, RequestEvent.Kind step, Instant at)
      implements ServiceRejection {
    @Override
    public String rule() {
      return "DUPLICATE_ENTRY";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), step.name(), at.toString());
    }
  }

  /** In this state the step cannot happen. */
  record NotPossible(RequestId request, RequestEvent.Kind step, RequestState state)
      implements ServiceRejection {
    @Override
    public String rule() {
      return "STEP_NOT_POSSIBLE";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), step.name(), state.name());
    }
  }

  /** It waits for this reason already. */
  record AlreadyPaused(RequestId request, PauseReason reason) implements ServiceRejection {
    @Override
    public String rule() {
      return "REQUEST_ALREADY_PAUSED";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), reason.value());
    }
  }

  /** It does not wait. */
  record NotPaused(RequestId request) implements ServiceRejection {
    @Override
    public String rule() {
      return "REQUEST_NOT_PAUSED";
    }

    @Override
    public List<String> data() {
      return List.of(request.value());
    }
  }

  /** If this had happened then, something that is recorded could not have happened after it. */
  record ContradictsRecord(
      RequestId request, RequestEvent.Kind step, RequestEvent.Kind recorded, Instant recordedFor)
      implements ServiceRejection {
    @Override
    public String rule() {
      return "CONTRADICTS_RECORD";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), step.name(), recorded.name(), recordedFor.toString());
    }
  }

  /** Nothing is recorded that has not happened yet. */
  record NotYet(RequestId request, Instant at) implements ServiceRejection {
    @Override
    public String rule() {
      return "NOT_YET";
    }

    @Override
    public String field() {
      return "at";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), at.toString());
    }
  }

  /** The request is not, or no longer, this technician's. */
  record NotTheirs(RequestId request, StaffId technician) implements ServiceRejection {
    @Override
    public String rule() {
      return "NOT_THEIR_REQUEST";
    }

    @Override
    public String field() {
      return "technician";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), technician.value());
    }
  }

  /** Whoever worked on a request cannot say that it is mended. */
  record VerifiedByWorker(RequestId request, String verifier) implements ServiceRejection {
    @Override
    public String rule() {
      return "VERIFIED_BY_WORKER";
    }

    @Override
    public String field() {
      return "verifier";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), verifier);
    }
  }

  /** Only the tenant who reported it, or a supervisor, may do that. */
  record NotEntitled(RequestId request, RequestEvent.Kind step) implements ServiceRejection {
    @Override
    public String rule() {
      return "NOT_ENTITLED";
    }

    @Override
    public String field() {
      return "by";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), step.name());
    }
  }

  /** There is no flagged check-in that a supervisor could let count. */
  record NothingToOverride(RequestId request) implements ServiceRejection {
    @Override
    public String rule() {
      return "NO_FLAGGED_CHECK_IN";
    }

    @Override
    public List<String> data() {
      return List.of(request.value());
    }
  }

  /** Only open requests about one asset can be one. */
  record NotTheSameFault(RequestId request, RequestId other) implements ServiceRejection {
    @Override
    public String rule() {
      return "NOT_THE_SAME_FAULT";
    }

    @Override
    public String field() {
      return "into";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), other.value());
    }
  }

  /** What waits, waits for some time. */
  record EndsBeforeItBegins(RequestId request, Instant from, Instant untilExclusive)
      implements ServiceRejection {
    @Override
    public String rule() {
      return "ENDS_BEFORE_IT_BEGINS";
    }

    @Override
    public String field() {
      return "untilExclusive";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), from.toString(), untilExclusive.toString());
    }
  }

  /** The lessor's terms have no such service policy. */
  record NoSuchPolicy(RequestId request, PolicyId policy) implements ServiceRejection {
    @Override
    public String rule() {
      return "NO_SUCH_SERVICE_POLICY";
    }

    @Override
    public String field() {
      return "policy";
    }

    @Override
    public List<String> data() {
      return List.of(request.value(), policy.value());
    }
  }
}
