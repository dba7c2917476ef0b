package io.realname.app;

/** The two doors: a test with this parameter says that they are the same. */
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
