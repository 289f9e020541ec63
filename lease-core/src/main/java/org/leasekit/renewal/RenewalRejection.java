package org.leasekit.renewal;

import java.time.Duration;
import java.util.List;
import org.leasekit.outcome.Rejection;

/** Why a step of a renewal was refused. */
public sealed interface RenewalRejection extends Rejection {

  /** The case is closed: renewed, declined or lapsed. */
  record CaseClosed(CaseId renewalCase, CaseState state) implements RenewalRejection {
    @Override
    public String rule() {
      return "CASE_CLOSED";
    }

    @Override
    public String field() {
      return "case_id";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value(), state.name());
    }
  }

  /** The contract passes, or has passed, to another tenant, who is asked in a case of their own. */
  record PassedOn(CaseId renewalCase) implements RenewalRejection {
    @Override
    public String rule() {
      return "RENEWAL_PASSED_ON";
    }

    @Override
    public String field() {
      return "case_id";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value());
    }
  }

  /** A refusal is no longer possible: the tenant has paid or signed. */
  record AlreadyCommitted(CaseId renewalCase) implements RenewalRejection {
    @Override
    public String rule() {
      return "ALREADY_COMMITTED";
    }

    @Override
    public String field() {
      return "case_id";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value());
    }
  }

  /** Nothing more may be sent: the tenant has paid, signed or declined. */
  record Silent(CaseId renewalCase) implements RenewalRejection {
    @Override
    public String rule() {
      return "CASE_SILENT";
    }

    @Override
    public String field() {
      return "case_id";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value());
    }
  }

  /** There is no such case. */
  record NoSuchCase(CaseId renewalCase) implements RenewalRejection {
    @Override
    public String rule() {
      return "NO_SUCH_CASE";
    }

    @Override
    public String field() {
      return "case_id";
    }

    @Override
    public List<String> data() {
      return List.of(renewalCase.value());
    }
  }

  /** A task is put off so often and so far at most. */
  record CannotSnooze(TaskId task, int times, Duration longest) implements RenewalRejection {
    @Override
    public String rule() {
      return "CANNOT_SNOOZE";
    }

    @Override
    public String field() {
      return "until";
    }

    @Override
    public List<String> data() {
      return List.of(task.value(), String.valueOf(times), String.valueOf(longest.toHours()));
    }
  }

  /** Money that went back to a tenant is recorded with the reference of the payment. */
  record NeedsPaymentReference(TaskId task) implements RenewalRejection {
    @Override
    public String rule() {
      return "NEEDS_PAYMENT_REFERENCE";
    }

    @Override
    public String field() {
      return "reference";
    }

    @Override
    public List<String> data() {
      return List.of(task.value());
    }
  }

  /** An offer waits for a decision, which ticking off the task is not. */
  record NeedsDecision(TaskId task) implements RenewalRejection {
    @Override
    public String rule() {
      return "NEEDS_DECISION";
    }

    @Override
    public String field() {
      return "task_id";
    }

    @Override
    public List<String> data() {
      return List.of(task.value());
    }
  }

  /** Something became of a call or a visit that can only become of a message. */
  record NoResultOfACall(TaskId task, Touch.Result result) implements RenewalRejection {
    @Override
    public String rule() {
      return "NO_RESULT_OF_A_CALL";
    }

    @Override
    public String field() {
      return "result";
    }

    @Override
    public List<String> data() {
      return List.of(task.value(), result.name());
    }
  }

  /** There is no such task, or it is closed. */
  record NoSuchTask(TaskId task) implements RenewalRejection {
    @Override
    public String rule() {
      return "NO_SUCH_TASK";
    }

    @Override
    public String field() {
      return "task_id";
    }

    @Override
    public List<String> data() {
      return List.of(task.value());
    }
  }
}
