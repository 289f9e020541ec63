package org.leasekit.testkit;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.leasekit.port.Stores;

class MemoryWishJourneyTest extends WishJourneyContract {
  static final Validator VALIDATOR =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  @Override
  protected Stores stores() {
    return Ordered.stores();
  }

  @Override
  protected Validator validator() {
    return VALIDATOR;
  }
}
