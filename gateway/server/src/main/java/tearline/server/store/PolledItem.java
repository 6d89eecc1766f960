package tearline.server.store;

/** What became of one alert of a polled feed. */
public record PolledItem(String stamp, State state, int attempts) {

    /** Taken and refused are final as long as the stamp stays. */
    public enum State { TAKEN, REFUSED, FAILING }

    public boolean isDone(String nowStamped) {
        return state != State.FAILING && stamp.equals(nowStamped);
    }
}
