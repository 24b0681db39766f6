// Empty until the room is built.
