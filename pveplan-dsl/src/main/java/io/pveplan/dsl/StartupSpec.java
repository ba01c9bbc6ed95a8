package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Startup;
import java.time.Duration;

/**
 * Scope of the turn in which a guest starts and stops with its node.
 *
 * <pre>{@code
 * c.vm(300, "db", v -> v.onBoot().startup(s -> s.order(1).up(seconds(30)).down(minutes(5))));
 * c.vm(301, "web", v -> v.onBoot().startup(s -> {})); // refused: says nothing
 * }</pre>
 *
 * @since 0.1
 */
public final class StartupSpec extends Scope {

  final Startup.Builder startup = Startup.builder();

  StartupSpec(Definition definition, PlanPath at) {
    super(definition, at);
    startup.declaredAt(line);
  }

  /**
   * Sets its turn: lower ones start first and stop last, those without one come after all others.
   *
   * @param order 0 or more
   */
  public StartupSpec order(int order) {
    set("order", order, startup::order);
    return this;
  }

  /** Sets how long the next guest waits once it is started, in whole seconds. */
  public StartupSpec up(Duration delay) {
    set("up", delay, startup::up);
    return this;
  }

  /** Sets how long it has to stop before it is stopped by force, in whole seconds. */
  public StartupSpec down(Duration delay) {
    set("down", delay, startup::down);
    return this;
  }
}
