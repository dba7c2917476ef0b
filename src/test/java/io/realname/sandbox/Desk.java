package io.realname.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** Serves one action of the API. */
public interface Desk {

    DeskAnswer serve(JsonNode request, String requestId);
}
