package org.leasekit.application;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.leasekit.outcome.InvalidCommand;
import org.leasekit.outcome.Outcome;

/** Checks the constraints of commands, once, before anything is loaded. */
final class Door {
  private final Validator validator;

  Door(Validator validator) {
    this.validator = validator;
  }

  /** The command itself, or every constraint it breaks, by field. */
  <C> Outcome<C> check(C command) {
    List<InvalidCommand.Violation> violations =
        validator.validate(command).stream()
            .sorted(Comparator.comparing((ConstraintViolation<C> v) -> v.getPropertyPath().toString())
                .thenComparing(ConstraintViolation::getMessage))
            .map(v -> new InvalidCommand.Violation(v.getPropertyPath().toString(), v.getMessage()))
            .toList();
    return violations.isEmpty()
        ? Outcome.accepted(command)
        : Outcome.rejected(new InvalidCommand(violations));
  }
}
