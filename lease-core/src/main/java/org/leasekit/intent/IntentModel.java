package org.leasekit.intent;

/** Estimates whether a tenant renews. See {@link IntentModels}; a lessor's own model implements this. */
public interface IntentModel {

  /** Stable code, for records. */
  String code();

  /** The estimate from what a dossier knows; the same for the same dossier. */
  Estimate estimate(Dossier dossier);
}
