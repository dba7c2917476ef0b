package io.realname.application;

/** Port: tells which client app makes the current request. */
public interface CallingClient {

    /** The client's name; the same with the typed API and with the engine's REST API. */
    String name();
}
