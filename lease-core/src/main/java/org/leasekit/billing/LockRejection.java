package org.leasekit.billing;

import java.time.Instant;
import java.util.List;
import org.leasekit.outcome.Rejection;

/** Why a lock or its release was refused; nothing was changed. */
public sealed interface LockRejection extends Rejection {

  /** No lock has that id. */
  record NoSuchLock(String lock) implements LockRejection {
    @Override
    public String rule() {
      return "NO_SUCH_LOCK";
    }

    @Override
    public String field() {
      return "lockId";
    }

    @Override
    public List<String> data() {
      return List.of(lock);
    }
  }

  /** The id names another lock, or is kept for those of suspended contracts. */
  record LockIdTaken(String lock) implements LockRejection {
    @Override
    public String rule() {
      return "LOCK_ID_TAKEN";
    }

    @Override
    public String field() {
      return "lockId";
    }

    @Override
    public List<String> data() {
      return List.of(lock);
    }
  }

  /** Only rent and what a meter counts are owed by the day and can be suspended; anything can be frozen. */
  record ChargeCannotBeSuspended(String lock, ChargeCode charge) implements LockRejection {
    @Override
    public String rule() {
      return "CHARGE_CANNOT_BE_SUSPENDED";
    }

    @Override
    public String field() {
      return "scope";
    }

    @Override
    public List<String> data() {
      return List.of(lock, charge.value());
    }
  }

  /** Whoever asks for a lock does not approve it. */
  record ApprovedByAsker(String lock, String person) implements LockRejection {
    @Override
    public String rule() {
      return "LOCK_APPROVED_BY_ASKER";
    }

    @Override
    public String field() {
      return "approvedBy";
    }

    @Override
    public List<String> data() {
      return List.of(lock, person);
    }
  }

  /** The lock would end before it begins. */
  record LockEndsTooEarly(String lock, Instant from, Instant until) implements LockRejection {
    @Override
    public String rule() {
      return "LOCK_ENDS_TOO_EARLY";
    }

    @Override
    public String field() {
      return "until";
    }

    @Override
    public List<String> data() {
      return List.of(lock, from.toString(), until.toString());
    }
  }

  /** The lock is released already. */
  record AlreadyReleased(LockId lock, String by) implements LockRejection {
    @Override
    public String rule() {
      return "LOCK_RELEASED_ALREADY";
    }

    @Override
    public String field() {
      return "lockId";
    }

    @Override
    public List<String> data() {
      return List.of(lock.value(), by);
    }
  }

  /** The lock follows a suspension of the contract and ends with that. */
  record FollowsAmendment(LockId lock) implements LockRejection {
    @Override
    public String rule() {
      return "LOCK_FOLLOWS_AMENDMENT";
    }

    @Override
    public String field() {
      return "lockId";
    }

    @Override
    public List<String> data() {
      return List.of(lock.value());
    }
  }

  /** Part of an amount can be frozen, not suspended. */
  record PartCannotBeSuspended(String lock) implements LockRejection {
    @Override
    public String rule() {
      return "PART_CANNOT_BE_SUSPENDED";
    }

    @Override
    public String field() {
      return "scope";
    }

    @Override
    public List<String> data() {
      return List.of(lock);
    }
  }

  /** A freeze extends no term. */
  record FreezeExtendsNoTerm(String lock) implements LockRejection {
    @Override
    public String rule() {
      return "FREEZE_EXTENDS_NO_TERM";
    }

    @Override
    public String field() {
      return "extendsTerm";
    }

    @Override
    public List<String> data() {
      return List.of(lock);
    }
  }

  /** The part to be held is in another currency than the amount, or is more than it. */
  record HeldIsNoPart(String lock, String held, String amount) implements LockRejection {
    @Override
    public String rule() {
      return "HELD_IS_NO_PART";
    }

    @Override
    public String field() {
      return "scope";
    }

    @Override
    public List<String> data() {
      return List.of(lock, held, amount);
    }
  }
}
