package tearline.engine.rollup;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tearline.engine.lifecycle.Lifecycle;
import tearline.engine.lifecycle.Told;
import tearline.engine.plan.Plan;

/** What still holds of several messages at a moment. */
final class Current {

    private Current() {}

    /** In the order in which they came. */
    static List<Plan> of(List<Plan> plans, Instant now) {
        Map<Plan, Told> told = new HashMap<>();
        for (int i = 0; i < plans.size(); i++) told.put(plans.get(i), Told.of(Integer.toString(i), plans.get(i).marked().record().header(), plans.get(i).marked().status()));
        var lifecycle = new Lifecycle(told.values());
        return plans.stream().filter(plan -> lifecycle.standing(told.get(plan), now) == Lifecycle.Standing.ACTIVE).toList();
    }
}
