package io.realname.app;

/** The two doors. A test with this parameter shows that both behave in the same way. */
public enum Entrance {
    TYPED {
        @Override
        public Door of(Client client) {
            return new TypedDoor(client);
        }
    },
    ENGINE {
        @Override
        public Door of(Client client) {
            return new EngineDoor(client);
        }
    };

    public abstract Door of(Client client);
}
