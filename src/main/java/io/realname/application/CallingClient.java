package io.realname.application;

/** Port to whoever knows which client makes the present call. */
public interface CallingClient {

    /** The client's name, the same at both doors. */
    String name();
}
