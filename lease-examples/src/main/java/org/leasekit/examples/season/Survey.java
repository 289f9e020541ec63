package org.leasekit.examples.season;

/**
 * Whether a simulated tenant answers the question at the end, and what. The shares are assumptions of this example: who had
 * no trouble recommends more, who leaves less, and older people rather say it on the phone.
 *
 * @param score 0 to 10
 * @param answersAlone on the page
 * @param tellsStaff when somebody calls, and they have not answered alone
 */
record Survey(int score, boolean answersAlone, boolean tellsStaff) {
  private static final double ANSWERS = 0.42;
  private static final double ANSWERS_AS_ELDER = 0.2;
  private static final double ANSWERS_LEAVING = 0.18;
  private static final double ELDER_TELLS_STAFF = 0.55;
  /** Shares of promoters and, above them, passives; the rest are detractors. */
  private static final double[] SMOOTH = {0.52, 0.86};
  private static final double[] IN_TROUBLE = {0.2, 0.6};
  private static final double[] LEAVING = {0.08, 0.34};

  static Survey of(Persona persona, Dice dice) {
    boolean leaves = persona.mind() == Persona.Mind.DECLINES;
    double willing = leaves ? ANSWERS_LEAVING : persona.elder() ? ANSWERS_AS_ELDER : ANSWERS;
    double[] shares =
        leaves ? LEAVING : persona.finish() == Persona.Finish.AT_ONCE ? SMOOTH : IN_TROUBLE;
    double share = dice.share();
    int score =
        share < shares[0]
            ? dice.between(9, 10)
            : share < shares[1] ? dice.between(7, 8) : dice.between(0, 6);
    boolean alone = dice.chance(willing);
    boolean told = persona.elder() && !leaves && dice.chance(ELDER_TELLS_STAFF);
    return new Survey(score, alone, told);
  }
}
