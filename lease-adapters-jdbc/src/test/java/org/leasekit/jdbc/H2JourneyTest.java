package org.leasekit.jdbc;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.leasekit.port.Stores;
import org.leasekit.testkit.JourneyContract;

class H2JourneyTest extends JourneyContract {
  static final Validator VALIDATOR =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  @Override
  protected Stores stores() {
    return TestDatabase.H2.emptyStores();
  }

  @Override
  protected Validator validator() {
    return VALIDATOR;
  }
}
